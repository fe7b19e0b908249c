/// What a lock can be good at, as numbers of the workloads: the aims by which designs are compared.

import type {WorkloadSummary} from "../../loaders/schema.ts";
import type {DesignKind} from "./matrix.ts";
import {type Candidate, type Criterion, type Standing, standings} from "./pareto.ts";
import {figure} from "./words.ts";
import {nameOf, pick, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

export interface Aim {
  name: string;
  /// What is measured, with the unit.
  words: string;
  better: "more" | "less";
  /// On a logarithmic axis?
  scale: "log" | "linear";
  say(value: number): string;
  /// One number for each design. `cores`: of the simulated machine; measured figures are on all cores.
  values(runs: WorkloadRuns, kind: DesignKind, cores?: number): Map<string, number>;
}

/// From which factor on a difference counts: medians of restarts differ by tens of percent, those of seeds hardly.
export const SAME: Record<DesignKind, number> = {host: 1.25, simulated: 1.05};

/// Calls of the lock a second below which nobody minds: a thousandth of the time, if each takes a microsecond.
const FEW_CALLS = 1000;

const column = (wanted: Wanted) => (runs: WorkloadRuns, kind: DesignKind, cores?: number) =>
  new Map(rowsOf(runs, wanted, kind, cores).map((row) => [row.design as string, row.estimate!]));

function rowsOf(runs: WorkloadRuns, wanted: Wanted, kind: DesignKind, cores?: number): WorkloadSummary[] {
  const rows = pick(runs, cores === undefined || kind === "host" ? wanted : {...wanted, cores});
  return rows.filter((row) => row.machine === kind && nameOf(row) === row.design && row.estimate !== null);
}

export const AIMS: readonly Aim[] = [
  {
    name: "throughput",
    words: "time of two counting threads, over the same in series",
    better: "less",
    scale: "log",
    say: figure,
    values: column({workload: "count-2009", metric: "slowdown_ratio", threads: 2})
  },
  {
    name: "response",
    words: "messages a second that a TCP server answers beside one spinning thread, one after the other",
    better: "more",
    scale: "log",
    say: figure,
    values: column({workload: "echo-tcp", metric: "requests_per_s", threads: 1})
  },
  {
    name: "fairness",
    words:
      "the least that one of three threads gets of what a third would be, two of which compute and one of which yields every millisecond",
    better: "more",
    scale: "linear",
    say: (value) => `${figure(value * 100)} %`,
    values: (runs, kind, cores) => {
      const share = (metric: string) =>
        column({workload: "cpued", variant: "yielding", metric, threads: 1})(runs, kind, cores);
      const yielding = share("yielding_share");
      const least = [...share("least_computing_share")].flatMap(([design, computing]) => {
        const other = yielding.get(design);
        return other === undefined ? [] : [[design, 3 * Math.min(computing, other)] as const];
      });
      return new Map(least);
    }
  },
  {
    name: "overhead",
    words: "times a second that counting threads go to sleep or are woken",
    better: "less",
    scale: "log",
    say: (value) => (value <= FEW_CALLS ? `${FEW_CALLS.toLocaleString("en-US")} or less` : figure(value)),
    values: (runs, kind, cores) => {
      const common = {workload: "count-2009", threads: 2};
      const metric = kind === "host" ? "voluntary_switches" : "lock_calls";
      const calls = column({...common, metric})(runs, kind, cores);
      const seconds = column({...common, metric: "wall_s"})(runs, kind, cores);
      const rates = [...calls].flatMap(([design, n]) => {
        const wall_s = seconds.get(design);
        return wall_s ? [[design, Math.max(FEW_CALLS, n / wall_s)] as const] : [];
      });
      return new Map(rates);
    }
  }
];

export interface Front {
  kind: DesignKind;
  aims: readonly Aim[];
  candidates: Candidate[];
  standings: Standing[];
}

/// Where every design stands that has a figure for each aim that anybody has one for. null where that are none.
export function frontOf(runs: WorkloadRuns, kind: DesignKind, cores?: number, aims = AIMS): Front | null {
  const columns = aims.map((aim) => aim.values(runs, kind, cores));
  const known = aims.filter((_, i) => columns[i].size > 0);
  const found = columns.filter(({size}) => size > 0);
  if (known.length < 2) return null;
  const designs = [...new Set(found.flatMap((values) => [...values.keys()]))];
  const candidates = designs.map((name) => ({name, values: found.map((values) => values.get(name) ?? null)}));
  const criteria = known.map(({name, better}): Criterion => ({name, better, same: SAME[kind]}));
  return {kind, aims: known, candidates, standings: standings(candidates, criteria)};
}
