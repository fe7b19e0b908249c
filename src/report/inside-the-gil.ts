/// Figures and values of the page on "Inside the Python GIL", 2009.

import type {JudgedClaim} from "../../loaders/claims/index.ts";
import type {FigureRow} from "../../loaders/fit/dataset.ts";
import type {Dataset} from "../../loaders/schema.ts";
import {claimValues, tally} from "./claim.ts";
import {comparedFigure, type Other} from "./compare.ts";
import type {Dot} from "./dots.ts";
import type {Figure} from "./figure.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {excerpt} from "./protocol/excerpt.ts";
import {readDesignSources} from "./protocol/syntax.ts";
import {type Published, publishedFigure} from "./select.ts";
import {slideRatio, slideTable} from "./slides.ts";
import {figure, list} from "./words.ts";
import {figureOr, fromBase, missing, originOf, pick, spread, type WorkloadRuns} from "./workload-rows.ts";

const OLD = ["tick", "tick-condition"];

/// What a talk's page is made of.
export interface TalkEvidence {
  claims: readonly JudgedClaim[];
  /// data/validity/published.
  fitted: readonly FigureRow[];
  published: Published;
  /// The base experiments that there are.
  bases: readonly Dataset[];
  runs: WorkloadRuns;
}

export async function insideTheGilValues(evidence: TalkEvidence): Promise<Values> {
  const {claims, fitted, published, runs} = evidence;
  const value = (id: string) => publishedFigure(published, id).value;
  const designs = readDesignSources();
  const source = (design: string, methods: string[]) => excerpt(designs.get(design)!, methods);
  return {
    "published two threads": value("beazley-2009-02"),
    "published one thread": value("beazley-2009-01"),
    "published ticks": value("beazley-2009-10"),
    "published long tick": value("guillo-2013-03"),
    tally: tally(claims.filter(({source: key}) => key === "inside-2009")),
    ...claimValues(claims, ["inside-2009", "replies-2009"], published),
    experiment: await figureOr(experimentFigure(evidence), missing(["count-2009"], runs)),
    program: listing("contention.py", ["count"]),
    check: source("tick", ["check"]),
    "the semaphore": source("tick", ["acquire", "release"]),
    "the condition": source("tick-condition", ["acquire", "release"]),
    "long bytecode": await figureOr(longBytecodeFigure(runs), missing(["long-bytecode"], runs)),
    "pending in words": pendingInWords(runs),
    "ctrl-c": await figureOr(ctrlCFigure(runs), missing(["ctrl-c"], runs)),
    slides: slideTable(
      fitted,
      ["beazley-2009", "seunosewa"],
      "Published figures of 2009 and what a simulated MacBook makes of them: medians over seeds, with the least and the most"
    ),
    "vain in words": vainInWords(runs),
    battle: await figureOr(battleFigure(runs), missing(["gil-battle"], runs)),
    "priority inversion": await figureOr(inversionFigure(runs), missing(["echo-udp"], runs)),
    "repeated two": value("guillo-2013-01"),
    "repeated one": value("guillo-2013-02"),
    "osewa series": value("seunosewa-2009-01"),
    "osewa threads": value("seunosewa-2009-02"),
    "osewa long series": value("seunosewa-2009-03"),
    "osewa long threads": value("seunosewa-2009-04"),
    "zope ticks": value("jarn-2009-01")
  };
}

/// A ratio of the slides, as published and as the simulated machine of the slides gives it.
export function slideOthers(
  {fitted, published}: TalkEvidence,
  row: string,
  over: string,
  under: string
): Other[] {
  const ratio = slideRatio(fitted, over, under);
  const from = [over, under].map((id) => publishedFigure(published, id));
  const theirs = Number(from[0].value) / Number(from[1].value);
  const told: Other = {row, design: "tick-condition", kind: "published", value: theirs, from};
  if (ratio === undefined) return [told];
  const {value, low, high} = ratio;
  return [told, {row, design: "tick-condition", kind: "simulated", value, low, high, from: []}];
}

function experimentFigure(evidence: TalkEvidence): Figure | null {
  const base = evidence.bases.find(({name}) => name === "contention");
  if (base === undefined) return null;
  const two = fromBase(base).filter(
    (row) =>
      row.metric === "slowdown_ratio" &&
      row.work === "fixed" &&
      row.threads === 2 &&
      !row.cell.endsWith("/paced")
  );
  const slide = (over: string) => slideOthers(evidence, "MacBook, 2009", over, "beazley-2009-01");
  return comparedFigure(evidence.runs, {
    id: "experiment",
    title: experimentTitle,
    description:
      "Time of two threads that each count all the way down, over that of the same two counts in series, on all cores and on one.",
    panels: [
      {
        name: "two cores",
        axis: "times sequential",
        baseline: 1,
        wanted: two.filter(({cores}) => cores > 1),
        better: "less",
        others: slide("beazley-2009-02")
      },
      {
        name: "one core",
        axis: "times sequential",
        baseline: 1,
        wanted: two.filter(({cores}) => cores === 1),
        better: "less",
        others: slide("beazley-2009-03")
      }
    ],
    filter: ({design}) => OLD.includes(design),
    credit: "Experiment: David Beazley, 2009.",
    from: originOf(base)
  });
}

function experimentTitle(dots: readonly Dot[]): string {
  const own = dots.filter(
    ({panel, kind}) => panel === "two cores" && kind !== "published" && kind !== "simulated"
  );
  if (own.length === 0) return "Two counting threads, over the same in series";
  const said = own.map(
    ({row, value, kind}) => `${figure(value)} in ${kind === "host" ? `Convoy's ${row}` : row}`
  );
  return `Two threads on two cores need, in times of the same in series: ${list(said)}`;
}

function longBytecodeFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "long-bytecode",
    title: (dots) => {
      const own = dots
        .filter(({panel, kind}) => panel === "a thread" && kind === "native")
        .map(({value}) => value);
      return own.length === 0
        ? "A long bytecode keeps the lock to its end"
        : `Beside a long bytecode a thread wakes up to ${figure(Math.max(...own))} ms late`;
    },
    description:
      "How late a thread wakes, and how late a signal is handled, at most, beside one thread that executes a long bytecode again and again.",
    panels: ["thread", "signal"].map((variant) => ({
      name: `a ${variant}`,
      axis: "ms late at most",
      scale: "log" as const,
      wanted: {workload: "long-bytecode", variant, metric: "latency_ms_max", threads: 1},
      better: "less" as const
    })),
    filter: ({machine}) => machine !== "simulated"
  });
}

function pendingInWords(runs: WorkloadRuns): string {
  const rows = pick(runs, {
    workload: "ctrl-c",
    variant: "join",
    metric: "pending_slowdown_ratio",
    threads: 2
  }).filter(({design}) => OLD.includes(design));
  return `By how much two counting threads are slowed while a signal waits for a main thread that joins, under the old lock: ${spread(rows, ({estimate}) => `${figure(estimate)} times`)}.`;
}

function ctrlCFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "ctrl-c",
    title: (dots) => {
      const old = dots.filter(({design, kind}) => OLD.includes(design) && kind !== "simulated");
      const heard = old.filter(({value}) => value > 0).length;
      return old.length === 0
        ? "Whether Ctrl-C is heard by a main thread that joins"
        : `Under the old lock Ctrl-C is heard by a joining main thread in ${heard} of ${old.length} cases`;
    },
    description:
      "Share of restarts in which KeyboardInterrupt came before the cap, while the main thread joins another and one thread counts.",
    panels: [
      {
        name: "heard",
        axis: "share of restarts",
        wanted: {workload: "ctrl-c", variant: "join", metric: "interrupted_share", threads: 1},
        better: "more"
      }
    ]
  });
}

/// How often a woken thread finds the lock gone, on one core and on two.
function vainInWords(runs: WorkloadRuns): string {
  const on = (cores: number) =>
    pick(runs, {workload: "count-2009", metric: "woken_in_vain", threads: 2, cores}).filter(
      ({design, machine}) => machine === "simulated" && OLD.includes(design)
    );
  return `Two counting threads are woken and find the lock gone so many times, on one core: ${spread(on(1), ({estimate}) => figure(estimate))}; on two: ${spread(on(2), ({estimate}) => figure(estimate))}.`;
}

function battleFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "battle",
    title: (dots) => {
      const old = dots
        .filter(({design, kind}) => design === "tick" && kind === "native")
        .map(({value}) => value);
      return old.length === 0
        ? "How many check intervals end with another thread running"
        : `In CPython 2.7, ${figure(old[0] * 100)} % of check intervals end with the other thread running`;
    },
    description:
      "Of the check intervals of two computing threads, the share after which the other one had run.",
    panels: [
      {
        name: "switched",
        axis: "share of intervals",
        wanted: {workload: "gil-battle", metric: "switched_share", threads: 2},
        better: "more"
      }
    ],
    filter: ({design}) => [...OLD, "roundrobin", "fair", "timeout"].includes(design),
    credit: "Measure: Sturla Molden, 2009."
  });
}

function inversionFigure(runs: WorkloadRuns): Figure | null {
  const wanted = {workload: "echo-udp", metric: "slowdown_ratio", threads: 1};
  return comparedFigure(runs, {
    id: "inversion",
    title: (dots) => {
      const of = (panel: string) =>
        dots.filter((dot) => dot.panel === panel && dot.row === "tick" && dot.kind === "simulated")[0]?.value;
      const [two, one] = [of("two cores"), of("one core")];
      return two === undefined || one === undefined
        ? "How much slower a server is beside a computing thread, under the old lock"
        : `Simulated, one computing thread slows a server under the old lock ${figure(two)} times on two cores and ${figure(one)} times on one`;
    },
    description:
      "Messages a second without a spinning thread over those beside one, under the old lock's designs.",
    panels: [
      {name: "two cores", axis: "times fewer", scale: "log", baseline: 1, wanted, better: "less"},
      {
        name: "one core",
        axis: "times fewer",
        scale: "log",
        baseline: 1,
        wanted: {...wanted, cores: 1},
        better: "less"
      }
    ],
    filter: ({design}) => OLD.includes(design)
  });
}
