/// Tests of the page with timelines, in the browser of the site's tests.

import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {WithPage} from "./try-it.ts";

const LIMIT_MS = 90_000;
const START_MS = 60_000;
const MILLION = "#timeline-million-2-cores-tick";

/// The figure, once DuckDB has answered.
async function alive(page: Page, figure: string): Promise<void> {
  await page.locator(`${figure}[data-ready]`).waitFor({timeout: START_MS});
  await page.locator(`${figure} [data-move=in]`).click();
  await page.locator(`${figure}[data-live]`).waitFor({timeout: START_MS});
}

const picture = (page: Page, figure: string) => page.locator(`${figure} .chart > svg`).innerHTML();
const label = (page: Page, figure: string) => page.locator(`${figure} .chart`).getAttribute("aria-label");

export function timelineTests(withPage: WithPage): void {
  const check = (name: string, use: (page: Page) => Promise<void>) =>
    test(
      name,
      async () => {
        await withPage("timeline", {viewport: {width: 1280, height: 800}}, async ({page, faults}) => {
          await use(page);
          expect(faults).toEqual([]);
        });
      },
      LIMIT_MS
    );

  describe("a timeline of a million events", () => {
    check("draws, and moves by buttons, keys, wheel and pointer", async (page) => {
      const built = await label(page, MILLION);
      await alive(page, MILLION);
      await expect.poll(() => label(page, MILLION), {timeout: START_MS}).not.toBe(built);
      const chart = page.locator(`${MILLION} .chart`);
      await chart.scrollIntoViewIfNeeded();
      const box = (await chart.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + 40];
      const moves: [name: string, move: () => Promise<void>][] = [
        ["keys", () => chart.press("ArrowRight")],
        ["plus", () => chart.press("+")],
        [
          "pointer",
          async () => {
            await page.mouse.move(x, y);
            await page.mouse.down();
            await page.mouse.move(x - 200, y, {steps: 5});
            await page.mouse.up();
          }
        ],
        [
          "wheel",
          async () => {
            await page.keyboard.down("Control");
            await page.mouse.wheel(0, -300);
            await page.keyboard.up("Control");
          }
        ]
      ];
      for (const [name, move] of moves) {
        const before = await picture(page, MILLION);
        await move();
        await expect.poll(() => picture(page, MILLION), {timeout: START_MS, message: name}).not.toBe(before);
      }
      await chart.press("Home");
      await expect.poll(() => label(page, MILLION), {timeout: START_MS}).toBe(built);
    });
  });

  describe("the place for any scene", () => {
    check("shows two scenes on one clock", async (page) => {
      await page.locator(".scenes[data-ready]").waitFor();
      await page.selectOption('.scenes [name="first"]', "echo-2-cores-tick");
      await page.selectOption('.scenes [name="second"]', "echo-2-cores-timeout");
      const heads = page.locator(`${MILLION} .chart > svg text[font-weight]`);
      await expect.poll(() => heads.allTextContents(), {timeout: START_MS}).toHaveLength(2);
      expect((await heads.allTextContents())[1]).toContain("timeout");
    });

    check("shows a trace file, and refuses what is none in a sentence", async (page) => {
      await page.locator(".scenes[data-ready]").waitFor();
      const give = (name: string, text: string) =>
        page.setInputFiles('.scenes input[type="file"]', {
          name,
          mimeType: "text/plain",
          buffer: Buffer.from(text)
        });
      await give("bad.csv", "no trace");
      await expect
        .poll(() => page.locator(".scenes .error").textContent())
        .toContain("invalid trace: bad.csv");
      await give("good.csv", "time_ns,thread,event\n0,0,acquire\n500,1,woken-in-vain\n900,0,release\n");
      const heads = page.locator(`${MILLION} .chart > svg text[font-weight]`);
      await expect.poll(() => heads.allTextContents()).toEqual(["good.csv"]);
      expect(await page.locator(".scenes .error").isHidden()).toBe(true);
      await expect.poll(() => label(page, MILLION)).toContain("main holds the lock 100 %");
    });
  });
}
