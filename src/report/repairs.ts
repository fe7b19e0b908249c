/// What was proposed against the convoy, on the same programs, and what it costs elsewhere.

import type {ProofRow} from "./checks.ts";
import {type ComparedPanel, comparedFigure} from "./compare.ts";
import type {Figure} from "./figure.ts";
import {fuller, type Measure, matrixTable} from "./matrix.ts";
import {count, figure, list} from "./words.ts";
import {pick, plain, told, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

/// The lock as it is, and the repairs in the order in which they were proposed; last, ours.
export const REPAIRS: readonly string[] = [
  "timeout",
  "timeout-with-priority-requests",
  "priority",
  "interactive",
  "bfs",
  "no-release-when-ready",
  "priority-no-release",
  "interactive-no-release",
  "holy",
  "turns"
];

/// Of two threads that compute beside one that yields: what the one that gets less has of all that is done.
const CPUED: Wanted = {workload: "cpued", variant: "yielding", metric: "least_computing_share", threads: 1};

const PANELS: readonly (ComparedPanel & {wanted: Wanted})[] = [
  {
    name: "echo-tcp",
    axis: "messages a second",
    scale: "log",
    wanted: {workload: "echo-tcp", metric: "requests_per_s", threads: 1},
    better: "more"
  },
  {
    name: "echo-udp",
    axis: "messages a second",
    scale: "log",
    wanted: {workload: "echo-udp", metric: "requests_per_s", threads: 1},
    better: "more"
  },
  {
    name: "writenums",
    axis: "times slower",
    scale: "log",
    baseline: 1,
    wanted: {workload: "writenums", variant: "buffered", metric: "slowdown_ratio", threads: 1},
    better: "less"
  },
  {
    name: "cpued",
    axis: "least share",
    baseline: 1 / 3,
    wanted: CPUED,
    better: "more"
  },
  {
    name: "count",
    axis: "times sequential",
    baseline: 1,
    wanted: {workload: "count-2009", metric: "slowdown_ratio", threads: 2},
    better: "less"
  }
];

/// Every repair beside the two locks that were shipped, and PyPy's.
export function repairsFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "repairs",
    title: (dots) => {
      const rates = dots.filter(({panel, row}) => panel === "echo-tcp" && REPAIRS.includes(row));
      const kinds = new Set(rates.map(({kind}) => kind));
      const kind = kinds.has("host") ? "host" : "simulated";
      const own = rates.filter((dot) => dot.kind === kind);
      const now = own.find(({row}) => row === "timeout")?.value;
      const better = own.filter(({row, value}) => row !== "timeout" && now !== undefined && value > 2 * now);
      return now === undefined
        ? "The repairs on the same programs"
        : `${better.length} of ${own.length - 1} repairs at least double what the server answers`;
    },
    description:
      "Servers beside one spinning thread, writing numbers beside one, and counting in two threads, under each repair.",
    panels: PANELS,
    filter: ({design, machine}) => machine !== "native" && [...REPAIRS, "tick", "pypy"].includes(design)
  });
}

const named = (designs: readonly string[]): string => list(designs.map((design) => `\`${design}\``));

/// How often the servers and the writer are answered under each repair, over the lock as it is.
export function repairsInWords(runs: WorkloadRuns): string {
  const sentences = PANELS.slice(0, 2).flatMap(({name, wanted}) => {
    const rows = pick(runs, wanted).filter(({machine}) => machine !== "native");
    return (["host", "simulated"] as const).flatMap((kind) => {
      const own = rows.filter(({machine}) => machine === kind);
      const now = own.find(({design}) => design === "timeout")?.estimate;
      const ratios = own
        .filter(({design, estimate}) => REPAIRS.includes(design) && design !== "timeout" && estimate !== null)
        .map(({design, estimate}) => ({design, ratio: estimate! / now!}))
        .sort((a, b) => b.ratio - a.ratio);
      if (!now || ratios.length === 0) return [];
      const said = ratios.map(({design, ratio}) => `${figure(ratio)} under \`${design}\``);
      return [`Messages of ${name} over those under \`timeout\` (${kind}): ${list(said)}.`];
    });
  });
  return [...sentences, cpuedInWords(runs)].join(" ");
}

/// Who is starved by a thread that looks interactive.
function cpuedInWords(runs: WorkloadRuns): string {
  const sentences = (["host", "simulated"] as const).flatMap((kind) => {
    const own = pick(runs, CPUED)
      .filter(
        ({machine, design, estimate}) => machine === kind && REPAIRS.includes(design) && estimate !== null
      )
      .sort((a, b) => a.estimate! - b.estimate!);
    if (own.length === 0) return [];
    const said = own.map(({design, estimate}) => `${percent(estimate!)} under \`${design}\``);
    return [`${list(said)} (${kind})`];
  });
  return sentences.length === 0
    ? ""
    : `In \`cpued\`, where a third each would be fair, the computing thread that gets less has ${sentences.join("; ")}. What it has beyond a third, the yielding thread lacks.`;
}

const percent = (share: number): string => `${figure(share * 100)} %`;

const COSTS: readonly Measure[] = [
  {
    title: "count, 2 threads",
    wanted: {workload: "count-2009", metric: "slowdown_ratio", threads: 2},
    better: "less"
  },
  {
    title: "count, 4 threads",
    wanted: {workload: "count-2009", metric: "slowdown_ratio", threads: 4},
    better: "less"
  },
  {title: "cpued: least share", wanted: CPUED, better: "more", score: (share) => Math.min(share, 1 / 3)},
  {
    title: "cpued: longest pause",
    wanted: {...CPUED, metric: "computing_gap_ms_max"},
    better: "less"
  },
  {
    title: "fair: least of 4",
    wanted: {workload: "fair", metric: "least_share", threads: 4},
    better: "more"
  },
  {
    title: "woken in vain",
    wanted: {workload: "count-2009", metric: "woken_in_vain", threads: 2},
    better: "less"
  }
];

/// What threads pay that only compute, under the repairs and under the locks that were shipped.
export function costTable(runs: WorkloadRuns): string | null {
  const designs = ["tick", ...REPAIRS, "pypy"];
  const matrix = fuller(runs, COSTS, designs);
  if (matrix === null) return null;
  const two = matrix.measures.findIndex(({title}) => title === "count, 2 threads");
  const slow = matrix.designs.filter((_, i) => (matrix.rows[i][two]?.estimate ?? 0) > 1.05);
  return matrixTable(matrix, runs, {
    id: "costs",
    title:
      slow.length === 0
        ? "No repair makes two counting threads slower than one by more than a twentieth"
        : `Two counting threads are slower than one by more than a twentieth under ${list(slow)}`,
    caption:
      "Threads that compute: a count's time over that of one thread; what two of them get beside one that yields, and the longest that one of them stood still; the least share of four; how often two were woken and the lock was gone"
  });
}

export function costsInWords(runs: WorkloadRuns): string {
  const rows = pick(runs, COSTS[0].wanted).filter(
    ({machine, design}) => machine !== "native" && ["timeout", "bfs", "priority"].includes(design)
  );
  return rows.length === 0 ? "" : `Two threads that count need, relative to one: ${told(rows, plain)}.`;
}

/// Who can be kept out for good by a thread that gives the lock up early.
export function starvationInWords(proofs: readonly ProofRow[]): string {
  const rows = proofs.filter(
    ({pass, scenario, complete, design}) =>
      pass === "endless" && scenario === "spin-yield" && complete && REPAIRS.includes(design)
  );
  if (rows.length === 0) return "It has not looked at these locks yet.";
  const starving = rows.filter(({starved}) => starved !== "nobody").map(({design}) => design);
  const safe = rows.filter(({starved}) => starved === "nobody").map(({design}) => design);
  const parts = [
    starving.length > 0 &&
      `a thread that gives the lock up early can keep one that spins from it for good under ${named(starving)}`,
    safe.length > 0 && `it cannot under ${named(safe)}`
  ].filter((part) => part !== false);
  return (
    `Of ${count(rows.length, "lock")} that it has searched, ${list(parts)}. ` +
    "That such an order of steps exists does not say how often a machine takes it: `cpued` above does."
  );
}
