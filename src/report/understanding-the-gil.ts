/// Figures and values of the page on "Understanding the Python GIL", 2010.

import {claimValues, tally} from "./claim.ts";
import {comparedFigure} from "./compare.ts";
import type {Dot} from "./dots.ts";
import type {Figure} from "./figure.ts";
import {slideOthers, type TalkEvidence} from "./inside-the-gil.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {publishedFigure} from "./select.ts";
import {slideTable} from "./slides.ts";
import {figure, list} from "./words.ts";
import {figureOr, fromBase, missing, originOf, pick, spread, type WorkloadRuns} from "./workload-rows.ts";

const OLD = ["tick", "tick-condition"];
const SOURCES = ["understanding-2010", "new-gil"];

export async function understandingTheGilValues(evidence: TalkEvidence): Promise<Values> {
  const {claims, fitted, published, runs} = evidence;
  const value = (id: string) => publishedFigure(published, id).value;
  return {
    "published one": value("beazley-2010-01"),
    "published two": value("beazley-2010-02"),
    "published four": value("beazley-2010-03"),
    "published two, one core": value("beazley-2010-04"),
    "published four, one core": value("beazley-2010-05"),
    "published interval": value("beazley-2010-new-03"),
    "published new one": value("beazley-2010-new-01"),
    "published new two": value("beazley-2010-new-02"),
    "published slide 54": value("fluent-python-01"),
    tally: tally(claims.filter(({source}) => SOURCES.includes(source))),
    ...claimValues(claims, [...SOURCES, "embracing-2011"], published),
    experiment: await figureOr(experimentFigure(evidence), missing(["count-2010"], runs)),
    program: listing("contention.py", ["count"]),
    slides: slideTable(
      fitted,
      ["beazley-2010"],
      "Published figures of 2010 and what a simulated Mac Pro makes of them: medians over seeds, with the least and the most"
    ),
    "vain in words": vainInWords(runs),
    thrashing: await figureOr(thrashingFigure(runs), missing(["writenums", "stat"], runs))
  };
}

function experimentFigure(evidence: TalkEvidence): Figure | null {
  const base = evidence.bases.find(({name}) => name === "contention");
  if (base === undefined) return null;
  const split = fromBase(base).filter(
    (row) =>
      row.metric === "slowdown_ratio" && row.work === "split" && row.cores > 1 && !row.cell.endsWith("/paced")
  );
  return comparedFigure(evidence.runs, {
    id: "experiment",
    title: experimentTitle,
    description:
      "Time of a count that two and four threads share, over that of the same count in one thread, on all cores.",
    panels: [[2, "beazley-2010-02"] as const, [4, "beazley-2010-03"] as const].map(([threads, over]) => ({
      name: `${threads} threads`,
      axis: "times one thread",
      baseline: 1,
      wanted: split.filter((row) => row.threads === threads),
      better: "less" as const,
      others: slideOthers(evidence, "Mac Pro, 2010", over, "beazley-2010-01")
    })),
    filter: ({design}) => OLD.includes(design),
    credit: "Experiment: David Beazley, 2010.",
    from: originOf(base)
  });
}

function experimentTitle(dots: readonly Dot[]): string {
  const own = dots.filter(({panel, kind}) => panel === "2 threads" && (kind === "host" || kind === "native"));
  if (own.length === 0) return "A count that threads share, over the same in one thread";
  const said = own.map(
    ({row, value, kind}) => `${figure(value)} in ${kind === "host" ? `Convoy's ${row}` : row}`
  );
  return `Two threads that share a count need, in times of one thread: ${list(said)}`;
}

/// How often two counting threads are woken for nothing, by how the old lock is made.
function vainInWords(runs: WorkloadRuns): string {
  const rows = pick(runs, {workload: "count-2010", metric: "woken_in_vain", threads: 2}).filter(
    ({design, machine}) => machine !== "native" && OLD.includes(design)
  );
  return `Woken in vain while the two count: ${spread(rows, ({estimate}) => `${figure(estimate)} times`)}.`;
}

function thrashingFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "thrashing",
    title: (dots) => {
      const of = (design: string) =>
        dots
          .filter((dot) => dot.panel === "stat" && dot.design === design && dot.kind === "native")
          .map(({value}) => value);
      const [old, now] = [of("tick"), of("timeout")];
      return old.length === 0 || now.length === 0
        ? "Calls that do not block, beside a computing thread"
        : `One computing thread makes a stat call ${figure(Math.max(...old))} times slower in CPython 2.7 and up to ${figure(Math.max(...now))} times since 3.2`;
    },
    description:
      "Time of buffered writes and of stat calls beside one spinning thread over that without one; none of these calls blocks.",
    panels: [
      {
        name: "stat",
        axis: "times slower",
        scale: "log",
        baseline: 1,
        wanted: {workload: "stat", metric: "slowdown_ratio", threads: 1},
        better: "less"
      },
      {
        name: "writenums",
        axis: "times slower",
        scale: "log",
        baseline: 1,
        wanted: {workload: "writenums", variant: "buffered", metric: "slowdown_ratio", threads: 1},
        better: "less"
      }
    ],
    filter: ({design}) => [...OLD, "timeout", "pypy"].includes(design)
  });
}
