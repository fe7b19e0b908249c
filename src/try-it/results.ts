/// What runs have done, as HTML: the same at the build and in the page. Without line breaks, so that Markdown leaves it
/// alone.

import {renderTable, type Table} from "../report/table.js";
import {count, duration, escapeHtml, list} from "../report/words.js";
import {colourOf, threadName} from "../timeline/draw.js";
import {controls, describe, legend, sumsTable} from "../timeline/parts.js";
import {MemorySource} from "../timeline/source.js";
import {drawBoth} from "../timeline/static.js";
import {EVENTS, firstFrom, lanesOf} from "../timeline/trace.js";
import type {View} from "../timeline/view.js";
import {FILENAME, type Finished} from "./run.js";
import {DEFAULTS, PROFILES_OWN, type Settings} from "./settings.js";

/// Text for an element that keeps its line breaks.
const kept = (text: string): string => escapeHtml(text).replaceAll("\n", "&#10;");
const time = (ns: number): string => duration(ns / 1000);

/// When the last of the runs was over.
export const endOf = (runs: readonly Finished[]): number =>
  Math.max(1, ...runs.map(({metrics}) => Math.round(metrics.wall_s * 1e9)));

/// Runs as scenes, under each other on one clock.
export const sourcesOf = (runs: readonly Finished[]): MemorySource[] =>
  runs.map(
    ({design, trace, metrics}) =>
      new MemorySource(
        {name: design, design, heading: design, clock: "virtual", end_ns: endOf(runs)},
        lanesOf(trace, metrics.threads)
      )
  );

/// What the program wrote, and how it ended; without `run` it still goes on.
export function renderOutput(design: string, text: string, run?: Finished): string {
  return (
    `<section class="output" data-design="${escapeHtml(design)}" aria-label="Output under ${escapeHtml(design)}">` +
    `<h2 style="color:${colourOf(design)}">${escapeHtml(design)}</h2>` +
    `<pre tabindex="0">${kept(text)}</pre>` +
    `<p class="ending">${run === undefined ? "Running …" : ending(run)}</p></section>`
  );
}

function ending({failure, signal, status, limit_s, metrics}: Finished): string {
  const after = `after ${time(metrics.wall_s * 1e9)} of virtual time`;
  if (failure === null)
    return signal === null ? `Exit status ${status} ${after}.` : `Ended by signal ${signal} ${after}.`;
  if (metrics.wall_s >= limit_s)
    return `Stopped at the limit of ${limit_s} s of virtual time. Raise the limit, or give the program less to do.`;
  return `<span class="error">${kept(failure)}</span>`;
}

/// Timeline, comparison and tables of finished runs.
export function renderRuns(runs: readonly Finished[], settings: Settings, live: boolean): string {
  const sources = sourcesOf(runs);
  const view = {from_ns: 0, to_ns: endOf(runs)};
  const sums = sources.map((source) => ({scene: source.scene, sums: source.sumsNow(view)}));
  return [
    '<figure class="run" aria-labelledby="run-title">',
    `<div class="title" id="run-title">${escapeHtml(finding(runs))}</div>`,
    renderTable(comparison(runs)),
    legend(),
    live ? controls() : "",
    `<div class="chart"${live ? ' tabindex="0"' : ""} role="${live ? "application" : "img"}" aria-roledescription="timeline" aria-label="${escapeHtml(describe(sums, view))}">${drawBoth(sources, view)}</div>`,
    `<details><summary>Table: what is in view</summary><div class="sums">${sumsTable(sums, view)}</div></details>`,
    `<details><summary>Table: threads</summary>${renderTable(threadTable(runs))}</details>`,
    live ? '<details class="events"><summary>Table: events in view</summary><div></div></details>' : "",
    `<details><summary>The same on the command line</summary><pre tabindex="0">${kept(commands(runs, settings))}</pre>` +
      `<p>Fingerprints of the traces: ${runs.map((run) => `${escapeHtml(run.design)} <code>${run.fingerprint}</code>`).join(", ")}. The same program, settings and version give the same ones in any browser and in Node.</p></details>`,
    `<figcaption>${provenance(runs, settings)}</figcaption>`,
    "</figure>"
  ].join("");
}

function finding(runs: readonly Finished[]): string {
  const took = runs.map(({design, metrics}) => `${design} took ${time(metrics.wall_s * 1e9)}`);
  return `Virtual time: ${list(took)}`;
}

function comparison(runs: readonly Finished[]): Table {
  const sum = (run: Finished, of: (thread: Finished["metrics"]["threads"][number]) => number) =>
    run.metrics.threads.reduce((total, thread) => total + of(thread), 0).toLocaleString("en-US");
  return {
    caption: "Designs side by side",
    columns: [
      {title: "design"},
      {title: "virtual time", numeric: true},
      {title: "lock passed on", numeric: true},
      {title: "woken in vain", numeric: true},
      {title: "requests to drop", numeric: true},
      {title: "switches, voluntary", numeric: true},
      {title: "involuntary", numeric: true},
      {title: "exit status", numeric: true}
    ],
    rows: runs.map((run) => [
      run.design,
      time(run.metrics.wall_s * 1e9),
      handovers(run).toLocaleString("en-US"),
      sum(run, (thread) => thread.woken_in_vain),
      sum(run, (thread) => thread.drop_requests_sent),
      sum(run, (thread) => thread.voluntary_switches),
      sum(run, (thread) => thread.involuntary_switches),
      run.failure !== null ? "none" : run.signal !== null ? `signal ${run.signal}` : String(run.status)
    ])
  };
}

/// How often the lock went from one thread to another.
const handovers = (run: Finished): number =>
  lanesOf(run.trace, run.metrics.threads).reduce((sum, {marks}) => sum + marks["hand-over"].length, 0);

function threadTable(runs: readonly Finished[]): Table {
  return {
    caption: "Threads of each run; times are virtual",
    columns: [
      {title: "design"},
      {title: "thread"},
      ...["begins", "ends", "acquisitions", "woken in vain", "requests", "voluntary switches"].map(
        (title) => ({
          title,
          numeric: true
        })
      )
    ],
    rows: runs.flatMap(({design, metrics}) =>
      metrics.threads.map((thread) => [
        design,
        threadName(thread.thread),
        ...[thread.started_ns, thread.ended_ns].map(time),
        ...[
          thread.acquisitions,
          thread.woken_in_vain,
          thread.drop_requests_sent,
          thread.voluntary_switches
        ].map((n) => n.toLocaleString("en-US"))
      ])
    )
  };
}

const EVENTS_MOST = 100;

/// The first events of each run in view.
export function renderEvents(runs: readonly Finished[], {from_ns, to_ns}: View): string {
  const rows = runs.flatMap(({design, trace}) => {
    const first = firstFrom(trace.time_ns, from_ns);
    const found: string[][] = [];
    for (let i = first; i < trace.event.length && trace.time_ns[i] <= to_ns; i++) {
      if (found.length === EVENTS_MOST) break;
      const at = trace.time_ns[i].toLocaleString("en-US");
      found.push([design, at, threadName(trace.thread[i]), EVENTS[trace.event[i]]]);
    }
    return found;
  });
  return renderTable({
    caption: `Events in view, the first ${EVENTS_MOST} of each design`,
    columns: [{title: "design"}, {title: "time, ns", numeric: true}, {title: "thread"}, {title: "event"}],
    rows
  });
}

function commands(runs: readonly Finished[], settings: Settings): string {
  const {cores, seed, scheduler, limit_s, profile, pin, switchInterval_us, checkInterval} = settings;
  const usual = readUsual();
  const options = [
    `--cores ${cores} --seed ${seed} --limit ${limit_s}`,
    scheduler === PROFILES_OWN ? "" : `--scheduler ${scheduler}`,
    profile === DEFAULTS.profile ? "" : `--profile data/profiles/${profile}.json`,
    pin ? "--pin" : "",
    switchInterval_us === usual.switchInterval_us ? "" : `--switch-interval ${switchInterval_us / 1e6}`,
    checkInterval === usual.checkInterval ? "" : `--check-interval ${checkInterval}`
  ];
  const said = options.filter((option) => option !== "").join(" ");
  return runs
    .map(
      ({design}) =>
        `npx convoy run --machine simulated --design ${design} ${said} --trace ${design}.csv ${FILENAME}`
    )
    .join("\n");
}

const readUsual = () => ({
  switchInterval_us: Number(DEFAULTS.interval) * 1000,
  checkInterval: Number(DEFAULTS.check)
});

/// Ways of knowing a cost, as captions name them.
const KNOWN: Record<string, string> = {
  measured: "measured",
  documented: "documented",
  fitted: "fitted to published figures",
  default: "orders of magnitude that nobody measured"
};

function provenance(runs: readonly Finished[], {cores, seed, pin}: Settings): string {
  const {metrics, known} = runs[0];
  const {profile, scheduler, unmeasured_costs: names} = metrics;
  const ways = Object.keys(KNOWN).filter((way) => known[way] > 0);
  const costs = list(ways.map((way) => `${known[way]} ${KNOWN[way]}`));
  const guessed = names.length > (known.measured ?? 0) + (known.fitted ?? 0);
  return (
    `<span class="kind simulated">simulated</span> ${count(cores, "virtual core")}, ${pin ? "each thread on one of them" : `scheduler ${escapeHtml(scheduler)}`}, seed ${seed}. ` +
    `Costs of ${escapeHtml(profile)}: ${costs}.${guessed ? " <strong>Trust a direction, not a size.</strong>" : ""}` +
    (names.length === 0
      ? ""
      : `<details><summary>Costs that nobody measured</summary><p>${names.map((name) => `<code>${escapeHtml(name)}</code>`).join(", ")}</p></details>`)
  );
}

export function renderBytecode(text: string): string {
  return `<details class="bytecode"><summary>Bytecode</summary><pre tabindex="0">${kept(text)}</pre></details>`;
}
