/// How fast the timeline is over a million events, in a real browser.
///
///     npx tsx bench/timeline.ts [--record] [--site FOLDER]     default dist; --record appends to data/checks/timeline.csv
///
/// pan: frames a second while a pointer drags the view; zoom: from a new view, whose sums nobody knows yet, to its picture;
/// table: sums of a view for the table, from the events themselves. A median and the 95th percentile of each.

import {appendFileSync, existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {ROOT} from "../loaders/root.ts";
import {serve} from "../loaders/serve.ts";
import {CORES, cpuModel, load1m} from "../loaders/system.ts";
import {readScenes, tracesFolder} from "../loaders/traces.ts";
import {plotOf} from "../src/timeline/draw.ts";
import type {Timeline} from "../src/timeline/element.ts";
import {startBrowser} from "../tools/browser.ts";

const SCENE = "million-2-cores-tick";
const FILE = join(ROOT, "data", "checks", "timeline.csv");
const HEAD = "date,what,scene,events,share,n,median,p95,unit,width,load_1m,processor,processors,browser";
/// Shares of the whole run that are in view.
const SHARES = [0.5, 0.1, 0.01, 0.0001];
const PAN_MS = 4000;
const VIEWS = 40;
const START_MS = 300_000;

interface Measured {
  what: string;
  share: number;
  unit: string;
  values: number[];
}

const {values} = parseArgs({options: {record: {type: "boolean"}, site: {type: "string"}}});
const site = values.site ?? join(ROOT, "dist");
if (!existsSync(site))
  throw new Error(`missing site: ${site}; build it with npx convoy report --recorded --build-only`);
const folder = tracesFolder();
const scene = folder === null ? undefined : (await readScenes(folder)).find((each) => each.scene === SCENE);
if (scene === undefined) throw new Error(`missing scene ${SCENE}: run npx convoy data traces`);
const {address, server} = await serve(site, 0);
const browser = await startBrowser();
try {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}});
  page.setDefaultTimeout(START_MS);
  // What runs this file wraps functions in a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (made) => made");
  await page.goto(new URL("timeline", address).href);
  const figure = page.locator(`#timeline-${SCENE}`);
  await figure.locator("[data-move=in]").click();
  await page.waitForSelector(`#timeline-${SCENE}[data-live]`).catch(async (error) => {
    throw new Error(`the timeline did not start: ${await figure.locator(".status").textContent()}`, {
      cause: error
    });
  });
  const width = await figure.locator(".chart").evaluate((chart) => chart.clientWidth);
  const given = {scene: SCENE, panMs: PAN_MS, views: VIEWS, columns: plotOf(width).columns};
  const measured: Measured[] = [];
  for (const share of SHARES) measured.push(...(await page.evaluate(measure, {...given, share})));
  const lines = measured.map(({what, share, unit, values: found}) => {
    const sorted = [...found].sort((a, b) => a - b);
    const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))].toFixed(1);
    const version = `Chromium ${browser.version()}`;
    return [
      new Date().toISOString().slice(0, 10),
      what,
      SCENE,
      scene.events,
      share,
      found.length,
      at(0.5),
      what === "pan" ? at(0.05) : at(0.95),
      unit,
      width,
      load1m(),
      cpuModel(),
      CORES,
      version
    ].join(",");
  });
  console.log([HEAD, ...lines].join("\n"));
  if (values.record) {
    if (!existsSync(FILE)) writeFileSync(FILE, `${HEAD}\n`);
    appendFileSync(FILE, `${lines.join("\n")}\n`);
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/// Runs in the page.
async function measure(given: {
  scene: string;
  share: number;
  panMs: number;
  views: number;
  columns: number;
}): Promise<Measured[]> {
  const script = document.querySelector<HTMLScriptElement>('script[src*="timeline/element"]')!;
  const {timelineOf} = (await import(script.src)) as {timelineOf(figure: Element): Timeline};
  const live = timelineOf(document.querySelector(`#timeline-${given.scene}`)!).live!;
  const chart = document.querySelector<HTMLElement>(`#timeline-${given.scene} .chart`)!;
  const [source] = (
    live as unknown as {
      sources: {
        scene: {end_ns: number};
        settled(): Promise<void>;
        sums(view: object): Promise<unknown>;
        missing(view: object, columns: number): number[];
      }[];
    }
  ).sources;
  const {end_ns} = source.scene;
  const length = end_ns * given.share;
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  chart.scrollIntoView({block: "center"});
  const box = chart.getBoundingClientRect();
  const pointer = (type: string, clientX: number) =>
    chart.dispatchEvent(
      new PointerEvent(type, {clientX, clientY: box.top + 40, button: 0, pointerId: 1, bubbles: true})
    );
  // There is no real pointer to capture.
  chart.setPointerCapture = () => {};

  const rates: number[] = [];
  live.show({from_ns: (end_ns - length) / 2, to_ns: (end_ns + length) / 2});
  await frame();
  await source.settled();
  const end = performance.now() + given.panMs;
  for (let direction = -1; performance.now() < end; direction = -direction) {
    pointer("pointerdown", box.left + 400);
    for (let moved = 0; moved < 300 && performance.now() < end; moved += 6) {
      const before = live.frames;
      const begin = await frame();
      pointer("pointermove", box.left + 400 + direction * moved);
      const next = await frame();
      if (live.frames > before) rates.push(1000 / ((next - begin) / (live.frames - before)));
    }
    pointer("pointerup", box.left + 400 + direction * 300);
  }

  const zooms: number[] = [];
  const tables: number[] = [];
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < given.views; i++) {
    // Slightly other lengths, so that other bins are asked for.
    const own = length * (0.5 + random() * 0.5);
    const from_ns = random() * (end_ns - own);
    const view = {from_ns, to_ns: from_ns + own};
    // What was known is forgotten.
    (source as unknown as {tiles: Map<string, unknown>}).tiles.clear();
    const begin = performance.now();
    live.show(view);
    await frame();
    while (source.missing(view, given.columns).length > 0) await frame();
    live.paint();
    zooms.push(performance.now() - begin);
    await source.settled();
    const asked = performance.now();
    await source.sums(view);
    tables.push(performance.now() - asked);
  }
  return [
    {what: "pan", share: given.share, unit: "frames/s", values: rates},
    {what: "zoom", share: given.share, unit: "ms", values: zooms},
    {what: "table", share: given.share, unit: "ms", values: tables}
  ];
}
