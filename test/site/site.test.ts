/// The built site in a real browser, with no way out of this computer.

import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import type {Browser, BrowserContextOptions, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {dataset} from "../../loaders/datasets.ts";
import {WORKLOAD_DATASETS} from "../../loaders/schema.ts";
import {serve} from "../../loaders/serve.ts";
import {readScenes, tracesFolder} from "../../loaders/traces.ts";
import {validityDatasets} from "../../loaders/validity.ts";
import {startBrowser} from "../../tools/browser.ts";
import {buildSite} from "../../tools/site.ts";
import {accessFaults} from "./access.ts";
import {writeFixture} from "./fixture.ts";
import {timelineTests} from "./timeline.ts";
import {tryItTests} from "./try-it.ts";
import {validityTests} from "./validity.ts";

const PAGES = [
  "",
  "designs",
  "starvation",
  "inside-the-gil",
  "understanding-the-gil",
  "reworking-the-gil",
  "choosing",
  "issue-7753",
  "issue-7946",
  "issue-8299",
  "contention",
  "io-priority",
  "signal-latency",
  "validity",
  "timeline",
  "try-it",
  "data",
  "method"
];
const ESSAYS = ["contention", "io-priority", "signal-latency"];
const BUILD_LIMIT_MS = 280_000;
const LIMIT_MS = 60_000;
const PATIENCE_MS = 30_000;

let folder: string;
let site: string;
let address: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "convoy-site-"));
  await writeFixture(join(folder, "data"));
  site = await buildSite({output: join(folder, "site"), data: join(folder, "data")});
  ({address, server} = await serve(site, 0));
  browser = await startBrowser();
}, BUILD_LIMIT_MS);

afterAll(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  if (folder !== undefined) rmSync(folder, {recursive: true, force: true});
});

interface Visit {
  page: Page;
  /// What went wrong: errors of the console and of scripts, requests that failed or led elsewhere.
  faults: string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  await context.route(
    (url) => url.protocol.startsWith("http") && url.origin !== new URL(address).origin,
    (route) => {
      faults.push(`leaves this site: ${route.request().url()}`);
      return route.abort();
    }
  );
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(new URL(path, address).href, {waitUntil: "load"});
  return {page, faults};
}

async function withPage(
  path: string,
  options: BrowserContextOptions,
  use: (visit: Visit) => Promise<void>
): Promise<void> {
  const visited = await visit(path, options);
  try {
    await use(visited);
  } finally {
    await visited.page.context().close();
  }
}

/// Charts come to life when a reader scrolls to them, and push others down as they do.
async function allAlive(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const still = document.querySelector("figure.figure:not([data-live])");
      still?.scrollIntoView();
      return still === null;
    },
    undefined,
    {polling: 100}
  );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

describe.each(PAGES)("page /%s", (path) => {
  test.each([
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"]
  ] as const)(
    "at %i pixels, %s: no error, nothing too wide, charts alive, names and contrast",
    async (width, colorScheme) => {
      await withPage(path, {viewport: {width, height: 800}, colorScheme}, async ({page, faults}) => {
        await allAlive(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(await accessFaults(page)).toEqual([]);
        expect(faults).toEqual([]);
      });
    },
    LIMIT_MS
  );

  test(
    "without a script: the same text and pictures",
    async () => {
      await withPage(path, {javaScriptEnabled: false}, async ({page, faults}) => {
        const figures = await page.locator("figure.figure").count();
        expect(await page.locator("figure.figure .wide svg").count()).toBe(figures);
        expect(await page.locator("h1").count()).toBe(1);
        expect((await page.locator("main").textContent())!.length).toBeGreaterThan(200);
        // Scripts that the page would load early are refused by the browser itself.
        expect(faults.filter((fault) => !fault.endsWith(".js"))).toEqual([]);
      });
    },
    LIMIT_MS
  );

  test(
    "reports its first paint",
    async () => {
      await withPage(path, {}, async ({page}) => {
        const paint = await page.waitForFunction(
          () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime
        );
        say(`first paint of /${path}: ${Math.round((await paint.jsonValue()) as number)} ms`);
      });
    },
    LIMIT_MS
  );
});

describe.each(ESSAYS)("figures of /%s", (path) => {
  test(
    "have a finding, a description, a kind, a run, a table and downloads",
    async () => {
      await withPage(path, {javaScriptEnabled: false}, async ({page}) => {
        const figures = page.locator("figure.figure");
        expect(await figures.count()).toBeGreaterThan(1);
        for (const figure of await figures.all()) {
          expect((await figure.locator(".title").textContent())!.length).toBeGreaterThan(20);
          expect((await figure.locator(".chart").getAttribute("aria-label"))!.length).toBeGreaterThan(40);
          expect(await figure.locator("figcaption .kind").count()).toBeGreaterThan(0);
          expect(await figure.locator("figcaption").textContent()).toMatch(/\d{4}-\d{2}-\d{2} \(commit/);
          expect(await figure.locator("table tbody tr").count()).toBeGreaterThan(0);
          expect(await figure.locator("figcaption a[download]").count()).toBeGreaterThan(1);
          await figure.locator("summary").click();
          expect(await figure.locator("table").isVisible()).toBe(true);
        }
      });
    },
    LIMIT_MS
  );

  test(
    "show the picture on the first screen",
    async () => {
      await withPage(path, {viewport: {width: 1280, height: 800}}, async ({page}) => {
        const top = await page
          .locator("figure.figure .chart")
          .first()
          .evaluate((chart) => chart.getBoundingClientRect().top);
        expect(top).toBeLessThan(500);
      });
    },
    LIMIT_MS
  );

  test(
    "answer the mouse",
    async () => {
      await withPage(path, {viewport: {width: 1280, height: 800}}, async ({page}) => {
        await page.waitForSelector("figure[data-live]", {state: "attached"});
        await page
          .locator("figure.figure .wide .mark-symbol path, figure.figure .wide .mark-line path")
          .first()
          .hover({force: true});
        await page.waitForSelector("#vg-tooltip-element.visible");
        expect(await page.locator("#vg-tooltip-element").textContent()).toMatch(/\d/);
      });
    },
    LIMIT_MS
  );
});

describe("the navigation", () => {
  test(
    "marks the page and its section, leads to every page, and is reached by keyboard",
    async () => {
      await withPage("io-priority", {viewport: {width: 360, height: 800}}, async ({page}) => {
        const header = page.locator("#observablehq-header");
        expect(await header.locator('[aria-current="page"]').textContent()).toBe("I/O priority");
        expect(await header.locator('[aria-current="true"]').textContent()).toBe("The experiments");
        const all = await page
          .locator("nav.all-pages a")
          .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
        expect(all.sort()).toEqual(PAGES.map((path) => `/${path}`).sort());
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("The report");
      });
    },
    LIMIT_MS
  );
});

describe("the page of designs", () => {
  test(
    "shows diagrams that fit the page or scroll by themselves",
    async () => {
      await withPage("designs", {viewport: {width: 360, height: 800}}, async ({page}) => {
        const boxes = page.locator(".protocol > .scroll");
        expect(await boxes.count()).toBeGreaterThan(3);
        const widths = await boxes.evaluateAll((all) => all.map((box) => box.getBoundingClientRect().right));
        for (const right of widths) expect(right).toBeLessThanOrEqual(360);
      });
    },
    LIMIT_MS
  );
});

describe("the first page", () => {
  test(
    "shows the claims that are asked for, without scripts",
    async () => {
      await withPage("", {javaScriptEnabled: false}, async ({page}) => {
        const shown = page.locator("tr.claim:visible");
        const all = await shown.count();
        await page.locator("#show-holds").check();
        await page.locator("#show-host").check();
        const some = await shown.count();
        expect(some).toBeGreaterThan(0);
        expect(some).toBeLessThan(all);
        for (const name of await shown.evaluateAll((rows) => rows.map((row) => row.className)))
          expect(name).toMatch(/\bholds\b.*\bhost\b/);
        expect(await page.locator("tr.group:visible").count()).toBeLessThanOrEqual(some);
      });
    },
    LIMIT_MS
  );

  test(
    "has a verdict and its rule for every claim",
    async () => {
      await withPage("", {javaScriptEnabled: false}, async ({page}) => {
        const rows = page.locator('.claims tr[id^="claim-"]');
        expect(await rows.count()).toBeGreaterThanOrEqual(40);
        for (const row of await rows.all()) {
          expect(await row.locator(".verdict").textContent()).toMatch(
            /^(holds|holds in part|does not hold|undecided|not tested)$/
          );
          expect(await row.locator("details p").last().textContent()).toContain("interval");
          expect(await row.locator("td small").first().textContent()).toMatch(/^(primary|secondary)/);
        }
      });
    },
    LIMIT_MS
  );
});

describe("the box for questions", () => {
  const type = async (page: Page, sql: string) => {
    await page.locator(".question .cm-content").fill(sql);
    await page.keyboard.press("Control+Enter");
  };

  test(
    "answers, and reports how long DuckDB took",
    async () => {
      await withPage("data", {}, async ({page, faults}) => {
        await page.waitForSelector(".question[data-ready]");
        expect(await page.locator(".question").getAttribute("data-start-ms")).toBeNull();
        const begin = Date.now();
        await page.locator(".question button.run").click();
        await page.waitForSelector(".answer table");
        say(
          `DuckDB's first answer: ${Date.now() - begin} ms, of which start ${await page.locator(".question").getAttribute("data-start-ms")} ms`
        );
        expect(await page.locator(".answer tbody tr").count()).toBeGreaterThan(3);
        expect(faults).toEqual([]);
      });
    },
    LIMIT_MS
  );

  test(
    "answers every example",
    async () => {
      await withPage("data", {}, async ({page, faults}) => {
        await page.waitForSelector(".question[data-ready]");
        const examples = await page.locator(".question option").allInnerTexts();
        for (const example of examples) {
          await page.locator(".question select").selectOption({label: example});
          await page.locator(".question .answer").evaluate((answer) => answer.replaceChildren());
          await page.locator(".question button.run").click();
          await page.waitForSelector(".answer table");
          expect(await page.locator(".question .error").isVisible()).toBe(false);
          expect(await page.locator(".answer tbody tr").count()).toBeGreaterThan(0);
        }
        expect(faults).toEqual([]);
      });
    },
    LIMIT_MS
  );

  test(
    "shows an error where it was typed, by keyboard alone",
    async () => {
      await withPage("data", {}, async ({page, faults}) => {
        await page.waitForSelector(".question[data-ready]");
        await type(page, "SELECT *\nFROM contention.rowz");
        const error = page.locator(".question .error");
        await error.waitFor({state: "visible"});
        expect(await error.textContent()).toContain("rowz");
        expect(await page.locator(".cm-content .fault").textContent()).toBe("contention");
        await type(page, "SELECT 6 * 7 AS answer");
        await page.waitForSelector(".answer td");
        expect(await page.locator(".answer td").textContent()).toBe("42");
        expect(await error.isVisible()).toBe(false);
        expect(faults).toEqual([]);
      });
    },
    LIMIT_MS
  );

  test(
    "shows a thousand rows and says that there are more",
    async () => {
      await withPage("data", {}, async ({page}) => {
        await page.waitForSelector(".question[data-ready]");
        await type(page, "SELECT * FROM range(1000000000)");
        await page.waitForSelector(".answer table");
        expect(await page.locator(".answer tbody tr").count()).toBe(1000);
        expect(await page.locator(".answer p").textContent()).toContain("first 1,000 rows");
      });
    },
    LIMIT_MS
  );

  test(
    "lets the keyboard in and out, visibly",
    async () => {
      await withPage("data", {}, async ({page}) => {
        await page.waitForSelector(".question[data-ready]");
        await page.locator(".question select").focus();
        await page.keyboard.press("Tab");
        await page.waitForSelector(".cm-editor.cm-focused");
        const outline = await page
          .locator(".cm-editor")
          .evaluate((editor) => getComputedStyle(editor).outlineStyle);
        expect(outline).toBe("solid");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.className)).toContain("run");
      });
    },
    LIMIT_MS
  );
});

/// A host that sends no headers of ours, as static hosts do.
async function servePlainly(path: string, use: (address: string) => Promise<void>): Promise<void> {
  const plain = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url!, address));
    const type = answer.headers.get("content-type")!;
    response.writeHead(answer.status, {"Content-Type": type}).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
  try {
    await use(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/${path}`);
  } finally {
    plain.close();
    plain.closeAllConnections();
  }
}

validityTests(withPage);
tryItTests(withPage);
timelineTests(withPage);

/// A file's name without the hash that the build puts into it.
const unhashed = (file: string): string => basename(file).replace(/\.[0-9a-f]{8}(?=\.\w+$)/, "");

describe("the whole site", () => {
  test(
    "has shared memory on a static host too, after one reload",
    async () => {
      await servePlainly("contention", async (plain) => {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(plain);
        await page.waitForFunction(() => crossOriginIsolated, undefined, {timeout: PATIENCE_MS});
        await context.close();
      });
    },
    LIMIT_MS
  );

  test(
    "has shared memory, from headers",
    async () => {
      await withPage("", {}, async ({page}) => {
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      });
    },
    LIMIT_MS
  );

  test("is whole: every page and every download there", async () => {
    const all = readdirSync(site, {recursive: true, encoding: "utf8"});
    const isOfScene = (file: string) => file.includes(join("timeline", "scenes"));
    const scenes = await readScenes(tracesFolder()!);
    for (const {scene} of scenes)
      for (const ending of ["duckdb", "parquet"])
        expect(all.filter((file) => isOfScene(file) && unhashed(file) === `${scene}.${ending}`)).toHaveLength(
          1
        );
    const files = all.filter((file) => !isOfScene(file));
    for (const page of PAGES) expect(files).toContain(`${page || "index"}.html`);
    expect(files.filter((file) => file.endsWith(".duckdb"))).toHaveLength(4);
    expect(files.some((file) => file.includes("mutants"))).toBe(true);
    const broad = WORKLOAD_DATASETS.filter((name) => dataset(name) !== null);
    const tables = validityDatasets().flatMap(({run}) => Object.keys(run.tables));
    expect(files.filter((file) => file.endsWith(".parquet"))).toHaveLength(5 + tables.length + broad.length);
  });

  test(
    "prints with its wide pictures and without its controls",
    async () => {
      await withPage("contention", {viewport: {width: 360, height: 800}}, async ({page}) => {
        await page.emulateMedia({media: "print"});
        expect(await page.locator("figure .wide").first().isVisible()).toBe(true);
        expect(await page.locator("figure .narrow").first().isVisible()).toBe(false);
        expect(await page.locator("header ul").first().isVisible()).toBe(false);
      });
    },
    LIMIT_MS
  );
});
