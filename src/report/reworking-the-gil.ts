/// Figures and values of the page on "Reworking the GIL", October 2009: three ideas, each with its ablation.

import {ccbenchBandwidth, ccbenchLatency, ccbenchThroughput} from "./ccbench.ts";
import {claimValues} from "./claim.ts";
import {type ComparedPanel, comparedFigure} from "./compare.ts";
import type {Dot} from "./dots.ts";
import type {Figure} from "./figure.ts";
import type {TalkEvidence} from "./inside-the-gil.ts";
import type {Values} from "./page.ts";
import {excerpt} from "./protocol/excerpt.ts";
import {readDesignSources} from "./protocol/syntax.ts";
import {publishedFigure} from "./select.ts";
import {type SweepPoint, sweepFigure} from "./sweep.ts";
import {figure, list} from "./words.ts";
import {figureOr, missing, pick, told, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

/// With ticks; with time; with forced switches too, as shipped; with priority requests too, as proposed.
const STAGES: readonly string[] = [
  "tick",
  "tick-condition",
  "timeout-without-forced-switching",
  "timeout",
  "timeout-with-priority-requests"
];

export async function reworkingTheGilValues({claims, published, runs}: TalkEvidence): Promise<Values> {
  const value = (id: string) => publishedFigure(published, id).value;
  const designs = readDesignSources();
  const source = (design: string, methods: string[]) => excerpt(designs.get(design)!, methods);
  return {
    ...claimValues(claims, ["reworking"], published),
    "published trials": Number(value("molden-2009-01")).toLocaleString("en-US"),
    "published switches": value("pitrou-2009-01"),
    "published ccbench threads": value("ccbench-tools-01"),
    "published packet": Number(value("ccbench-bandwidth-01")).toLocaleString("en-US"),
    ablations: await figureOr(stagesFigure(runs), missing(["count-2009", "echo-udp", "cpued"], runs)),
    "check intervals": await figureOr(ticksFigure(runs), missing(["count-intervals"], runs)),
    "time in words": inWords(
      runs,
      COUNT,
      ["tick", "tick-condition", "timeout"],
      "Two threads that count, over the same in series"
    ),
    "forced switching": source("timeout", ["release"]),
    "not forced": source("timeout-without-forced-switching", ["release"]),
    forced: await figureOr(forcedFigure(runs), missing(["gil-battle", "fair"], runs)),
    "priority requests": source("timeout-with-priority-requests", ["asksAtOnce", "giveWay"]),
    "requests in words": inWords(
      runs,
      ECHO,
      ["timeout", "timeout-with-priority-requests"],
      "Messages a second beside one spinning thread"
    ),
    "against requests": inWords(
      runs,
      CPUED,
      ["timeout", "timeout-with-priority-requests"],
      "of two threads that compute beside one that yields every millisecond, the one that gets less has as its share (a third would be fair)"
    ),
    throughput: ccbenchThroughput(runs, published) ?? missing(["ccbench-throughput"], runs),
    latency: ccbenchLatency(runs, published) ?? missing(["ccbench-latency"], runs),
    bandwidth: ccbenchBandwidth(runs) ?? missing(["ccbench-bandwidth"], runs)
  };
}

const COUNT: Wanted = {workload: "count-2009", metric: "slowdown_ratio", threads: 2};
const ECHO: Wanted = {workload: "echo-udp", metric: "requests_per_s", threads: 1};
const CPUED: Wanted = {workload: "cpued", variant: "yielding", metric: "least_computing_share", threads: 1};

/// Figures of some designs, measured and simulated, as a sentence.
function inWords(runs: WorkloadRuns, wanted: Wanted, designs: readonly string[], what: string): string {
  const rows = pick(runs, wanted).filter(
    ({design, machine}) => designs.includes(design) && machine !== "native"
  );
  return `${what}: ${told(rows, ({estimate}) => figure(estimate))}.`;
}

const panel = (
  name: string,
  axis: string,
  wanted: Wanted,
  change: Partial<ComparedPanel>
): ComparedPanel => ({
  name,
  axis,
  wanted,
  better: "less",
  ...change
});

function stagesFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "ablations",
    title: stagesTitle,
    description:
      "A count in two threads over the same in series, messages of a server beside one spinning thread, and the least share of two computing threads beside one that yields.",
    panels: [
      panel("count", "times sequential", COUNT, {baseline: 1}),
      panel("echo-udp", "messages a second", ECHO, {better: "more", scale: "log"}),
      panel("cpued", "least share", CPUED, {better: "more", baseline: 1 / 3})
    ],
    filter: ({design, machine}) => machine !== "native" && STAGES.includes(design)
  });
}

function stagesTitle(dots: readonly Dot[]): string {
  const kind = dots.some((dot) => dot.kind === "host") ? "host" : "simulated";
  const of = (name: string, row: string) =>
    dots.find((dot) => dot.panel === name && dot.row === row && dot.kind === kind)?.value;
  const [ticks, time] = [of("count", "tick-condition"), of("count", "timeout")];
  const [kept, asked] = [of("echo-udp", "timeout"), of("echo-udp", "timeout-with-priority-requests")];
  const parts = [
    ticks !== undefined &&
      time !== undefined &&
      `time in place of ticks takes a count from ${figure(ticks)} to ${figure(time)} times sequential`,
    kept !== undefined &&
      asked !== undefined &&
      `priority requests would take a server from ${figure(kept)} to ${figure(asked)} messages a second`
  ].filter((part) => part !== false);
  if (parts.length === 0) return "Each idea of the new lock, put in one after the other";
  const text = list(parts);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} (${kind})`;
}

function ticksFigure(runs: WorkloadRuns): Figure | null {
  return sweepFigure(runs, {
    id: "check-intervals",
    title: ticksTitle,
    description:
      "A count that two threads share over the same in one thread, and messages of a server beside one spinning thread, by check interval in ticks, on logarithmic axes.",
    interval: "check_interval_ticks",
    axis: "ticks between checks",
    filter: ({design}) => design === "tick",
    panels: [
      {
        name: "count, two threads",
        axis: "times one thread",
        scale: "log",
        wanted: {workload: "count-intervals", metric: "slowdown_ratio", threads: 2}
      },
      {
        name: "echo, one spinning",
        axis: "messages a second",
        scale: "log",
        wanted: {workload: "echo-udp", metric: "requests_per_s", threads: 1}
      }
    ]
  });
}

function ticksTitle(points: readonly SweepPoint[]): string {
  const own = points.filter((point) => point.panel === "count, two threads" && point.kind !== "published");
  const at = (pick: (...n: number[]) => number) => {
    const interval = pick(...own.map((point) => point.interval));
    const values = own.filter((point) => point.interval === interval).map(({value}) => value);
    return {interval, most: Math.max(...values)};
  };
  if (own.length === 0) return "Ticks between two checks of the old lock";
  const [least, most] = [at(Math.min), at(Math.max)];
  return `With a check every ${least.interval} ticks two threads need up to ${figure(least.most)} times the time of one, with one every ${most.interval.toLocaleString("en-US")} up to ${figure(most.most)}`;
}

function forcedFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "forced",
    title: (dots) => {
      const kind = dots.some((dot) => dot.kind === "host") ? "host" : "simulated";
      const of = (row: string) =>
        dots.find((dot) => dot.panel === "switched" && dot.row === row && dot.kind === kind)?.value;
      const [free, forced] = [of("timeout-without-forced-switching"), of("timeout")];
      return free === undefined || forced === undefined
        ? "With forced switches and without"
        : `Forced switching takes the intervals that end with a switch from ${figure(free * 100)} to ${figure(forced * 100)} % (${kind})`;
    },
    description:
      "Of the intervals of two computing threads, the share that ends with the other running; of four, the longest time that one stands still and the least share.",
    panels: [
      panel(
        "switched",
        "share of intervals",
        {workload: "gil-battle", metric: "switched_share", threads: 2},
        {better: "more"}
      ),
      panel(
        "pause",
        "ms at most, 4 threads",
        {workload: "fair", metric: "gap_ms_max", threads: 4},
        {scale: "log"}
      ),
      panel(
        "least share",
        "of 4 threads",
        {workload: "fair", metric: "least_share", threads: 4},
        {better: "more", baseline: 0.25}
      )
    ],
    filter: ({design, machine}) =>
      machine !== "native" && ["tick", "timeout", "timeout-without-forced-switching"].includes(design)
  });
}
