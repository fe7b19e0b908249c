/// Tests of the page on which readers run programs, in the browser of the site's tests.

import {readdirSync} from "node:fs";
import type {BrowserContextOptions, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {PROFILES} from "../../loaders/simulated.ts";
import type {Settings} from "../../src/try-it/settings.ts";
import {readPrograms, runHere} from "../../src/try-it/values.ts";

const LIMIT_MS = 90_000;
const RUN_MS = 60_000;

/// A calibrated one that is recorded; without any the default.
const PROFILE =
  readdirSync(PROFILES)
    .sort()[0]
    ?.replace(/\.json$/, "") ?? "default";

export type WithPage = (
  path: string,
  options: BrowserContextOptions,
  use: (visit: {page: Page; faults: string[]}) => Promise<void>
) => Promise<void>;

const ready = (page: Page) => page.waitForSelector(".try-it[data-ready]");

async function type(page: Page, source: string): Promise<void> {
  await page.locator(".try-it .cm-content").fill(source);
}

/// Runs what the form holds, to its end.
async function run(page: Page): Promise<void> {
  await page.click(".try-it button.run");
  await page.waitForFunction(
    () => !document.querySelector<HTMLButtonElement>(".try-it .run")!.disabled,
    null,
    {
      timeout: RUN_MS
    }
  );
}

const program = async (page: Page) => (await page.locator(".cm-line").allTextContents()).join("\n");
const outputs = (page: Page) => page.locator(".output pre").allTextContents();
const endings = (page: Page) => page.locator(".output .ending").allTextContents();
const status = (page: Page) => page.locator(".results .status").textContent();
const fingerprints = (page: Page) => page.locator(".results").getAttribute("data-fingerprints");
const problem = (page: Page, field: string) => page.locator(`[data-problem="${field}"]`);

export function tryItTests(withPage: WithPage): void {
  const check = (name: string, path: string, use: (page: Page) => Promise<void>) =>
    test(
      name,
      async () => {
        await withPage(path, {permissions: ["clipboard-read", "clipboard-write"]}, async ({page, faults}) => {
          await ready(page);
          await use(page);
          expect(faults).toEqual([]);
        });
      },
      LIMIT_MS
    );

  describe("a program in the page", () => {
    const settings: Settings = {
      source: readPrograms().sleeper,
      designs: ["tick", "tick-condition", "timeout"],
      cores: 3,
      profile: PROFILE,
      pin: false,
      scheduler: "decay",
      switchInterval_us: 2000,
      checkInterval: 50,
      seed: 7,
      limit_s: 2
    };
    const address = `try-it#program=sleeper&design=tick&design=tick-condition&design=timeout&cores=3&profile=${PROFILE}&scheduler=decay&interval=2&check=50&seed=7&limit=2`;

    check("does there what it does in Node, to the nanosecond", address, async (page) => {
      await run(page);
      const here = await runHere(settings);
      expect(await outputs(page)).toEqual(here.map(({output}) => output));
      expect(await fingerprints(page)).toBe(here.map(({finished}) => finished.fingerprint).join(" "));
      expect(here.every(({finished}) => finished.trace.event.length > 50)).toBe(true);
    });

    check("shows what it was shown to do at the build", "try-it", async (page) => {
      const built = await outputs(page);
      expect(built).toHaveLength(2);
      await run(page);
      expect(await outputs(page)).toEqual(built);
      expect(await page.locator("figure.run .chart svg text[font-weight]").first().textContent()).toBe(
        "tick"
      );
      await page.click(".bytecode summary");
      expect(await page.locator(".bytecode pre").textContent()).toContain("LOAD_GLOBAL");
    });

    check(
      "ends a deadlock with who waits for whom",
      "try-it#program=deadlock&design=timeout",
      async (page) => {
        await run(page);
        expect((await endings(page))[0]).toMatch(
          /^deadlock after [\d.]+ virtual seconds.*Thread-1 .* waits for a lock held by /s
        );
      }
    );

    check("can be stopped, and run again", "try-it#design=timeout&limit=10", async (page) => {
      await type(page, "print('begun')\nn = 0\nwhile True:\n    n += 1\n");
      await page.click(".try-it button.run");
      await page.waitForFunction(() => document.querySelector(".output pre")?.textContent === "begun\n");
      await page.click(".try-it button.stop");
      expect(await status(page)).toBe("Stopped.");
      expect(await outputs(page)).toEqual(["begun\n"]);
      expect(await endings(page)).toEqual(["Stopped."]);
      await type(page, "print('again')");
      await run(page);
      expect(await outputs(page)).toEqual(["again\n"]);
    });

    check("ends when the reader's time is up", "try-it#design=timeout&limit=10", async (page) => {
      await page.locator(".try-it").evaluate((form) => {
        form.dataset.patienceS = "1";
      });
      await type(page, "print('begun')\nn = 0\nwhile True:\n    n += 1\n");
      await run(page);
      expect(await status(page)).toMatch(/^Stopped after 1 s of real time\./);
      expect(await outputs(page)).toEqual(["begun\n"]);
    });

    check("stops at the limit of virtual time", "try-it#design=tick&limit=0.01", async (page) => {
      await type(page, "while True: pass\n");
      await run(page);
      expect(await endings(page)).toEqual([
        "Stopped at the limit of 0.01 s of virtual time. Raise the limit, or give the program less to do."
      ]);
    });
  });

  describe("an error on the page for programs", () => {
    check("in the syntax is shown in the program", "try-it", async (page) => {
      await type(page, "def f():\n    return (1,\n");
      await run(page);
      expect(await problem(page, "source").textContent()).toContain("SyntaxError: '(' was never closed");
      expect(await page.locator(".cm-content .fault").textContent()).toBe("(");
      expect(await status(page)).toBe("It does not compile.");
      await type(page, "x = 1");
      expect(await problem(page, "source").isVisible()).toBe(false);
    });

    check("in the run comes with its traceback and its line", "try-it#design=timeout", async (page) => {
      await type(page, "def f():\n    return 1 // 0\n\nf()\n");
      await run(page);
      expect((await outputs(page))[0]).toMatch(/^Traceback.*ZeroDivisionError/s);
      expect((await endings(page))[0]).toMatch(/^Exit status 1 /);
      expect(await page.locator(".cm-content .fault").allTextContents()).toEqual(["return 1 // 0"]);
    });

    check(
      "in an address is shown at its field",
      "try-it#design=gil&cores=2000&program=none&profile=mine&interval=0",
      async (page) => {
        expect(await problem(page, "designs").textContent()).toMatch(
          /^unknown design: gil; there are tick, /
        );
        expect(await problem(page, "cores").textContent()).toMatch(/^number of cores too large: 2000;/);
        expect(await problem(page, "program").textContent()).toMatch(
          /^unknown program in the address: none;/
        );
        expect(await problem(page, "profile").textContent()).toMatch(
          /^unknown profile: mine; there are default, /
        );
        expect(await problem(page, "interval").textContent()).toMatch(/^invalid switch interval: 0;/);
        expect(await page.getAttribute('[name="profile"]', "aria-invalid")).toBe("true");
        expect(await page.inputValue('[name="profile"]')).toBe("default");
        await page.fill('[name="interval"]', "5");
        await page.fill('[name="cores"]', "64");
        expect(await problem(page, "cores").isVisible()).toBe(false);
        expect(await problem(page, "designs").textContent()).toBe("missing design: choose at least one");
        await page.click(".try-it button.run");
        expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("design");
      }
    );
  });

  describe("the page for programs", () => {
    const long = `# ${"ä👍 ".repeat(100)}\nprint('far')\n`;

    check("shares itself by its address", "try-it", async (page) => {
      await type(page, long);
      await page.fill('[name="seed"]', "99");
      await page.uncheck('[name="design"][value="tick"]');
      await page.click("button.share");
      await page.waitForFunction(() => document.querySelector(".status")!.textContent!.includes("copied"));
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain("#zipped=");
      await withPage(link, {}, async ({page: other}) => {
        await ready(other);
        expect(await program(other)).toBe(long);
        expect(await other.inputValue('[name="seed"]')).toBe("99");
        expect(await other.isChecked('[name="design"][value="tick"]')).toBe(false);
        expect(await other.inputValue('[name="program"]')).toBe("");
        await run(other);
        expect(await outputs(other)).toEqual(["far\n"]);
      });
    });

    check("is used by keyboard alone", "try-it#design=timeout", async (page) => {
      await page.locator('[name="program"]').focus();
      await page.keyboard.press("Tab");
      await page.waitForSelector(".try-it .cm-editor.cm-focused");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("if True:\nprint(1)");
      expect(await program(page)).toBe("if True:\n    print(1)");
      await page.keyboard.press("Control+Enter");
      const chart = page.locator("figure.run .chart[tabindex]");
      await chart.waitFor();
      expect(await outputs(page)).toEqual(["1\n"]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("design");
      await chart.focus();
      const whole = await chart.getAttribute("aria-label");
      const label = () => chart.getAttribute("aria-label");
      await page.keyboard.press("+");
      await expect.poll(label, {timeout: RUN_MS}).not.toBe(whole);
      await page.keyboard.press("Home");
      await expect.poll(label, {timeout: RUN_MS}).toBe(whole);
    });

    check(
      "comes closer where the mouse is dragged with Shift, and lists the events there",
      "try-it",
      async (page) => {
        await run(page);
        await page.click(".events summary");
        const first = page.locator(".events tbody tr td.number").first();
        const time = async () => Number((await first.textContent())!.replaceAll(",", ""));
        await expect.poll(time, {timeout: RUN_MS}).toBeLessThan(100_000);
        await page.locator("figure.run .chart").scrollIntoViewIfNeeded();
        const picture = (await page.locator("figure.run .chart svg").boundingBox())!;
        await page.keyboard.down("Shift");
        await page.mouse.move(picture.x + picture.width * 0.7, picture.y + 30);
        await page.mouse.down();
        await page.mouse.move(picture.x + picture.width * 0.8, picture.y + 30);
        await page.mouse.up();
        await page.keyboard.up("Shift");
        await expect.poll(time, {timeout: RUN_MS}).toBeGreaterThan(5_000_000);
      }
    );

    check("prints the program and its results, without controls", "try-it", async (page) => {
      await page.emulateMedia({media: "print"});
      expect(await page.locator(".try-it .cm-content").isVisible()).toBe(true);
      expect(await page.locator("figure.run .chart svg").first().isVisible()).toBe(true);
      expect(await page.locator(".try-it button.run").isVisible()).toBe(false);
    });
  });
}
