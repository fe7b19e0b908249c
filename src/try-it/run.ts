/// One run of a program under one design, in a worker of the page, at the build and in tests alike.

import type {Profile, SimulateMetrics, Simulator} from "convoy:simulated";
import {columnsOf, type Trace} from "../timeline/trace.js";
import {PROFILES_OWN, type Settings} from "./settings.js";
import {fingerprint} from "./trace.js";

/// How the program is called in tracebacks.
export const FILENAME = "program.py";
/// 256 MiB of objects, of which a browser commits what is used.
const PAGES = 16384;

export interface Finished {
  design: string;
  /// Exit status of the program; 70 where the run failed apart from it.
  status: number;
  /// Number of the signal that ended it, or null.
  signal: number | null;
  /// Why the run failed apart from the program, or null.
  failure: string | null;
  /// Virtual time after which it would have been ended.
  limit_s: number;
  metrics: SimulateMetrics;
  trace: Trace;
  fingerprint: string;
  /// How many costs of the profile are known in which way.
  known: Record<string, number>;
}

/// Everything that a run needs beside its settings.
export interface Means {
  simulate: Simulator["simulate"];
  /// The snapshot that the build made for the design.
  heap: Uint8Array;
  /// What everything costs.
  profile: Profile;
  /// Gets what the program writes to descriptor 1 or 2.
  write(fd: number, bytes: Uint8Array): void;
}

export function runDesign(
  design: string,
  settings: Settings,
  {simulate, heap, profile, write}: Means
): Finished {
  const {scheduler, limit_s, source, cores, seed, pin, switchInterval_us, checkInterval} = settings;
  const {trace, ...result} = simulate({
    ...{
      source,
      filename: FILENAME,
      design,
      cores,
      seed,
      pin,
      switchInterval_us,
      checkInterval,
      profile,
      heap,
      write
    },
    ...(scheduler !== PROFILES_OWN && {scheduler}),
    limit_ns: Math.round(limit_s * 1e9),
    pages: PAGES,
    trace: true
  });
  const columns = columnsOf(trace!.rows);
  return {
    ...result,
    design,
    limit_s,
    trace: columns,
    fingerprint: fingerprint(columns),
    known: countKnown(profile)
  };
}

export function countKnown({costs}: Profile): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {provenance} of Object.values(costs)) counts[provenance] = (counts[provenance] ?? 0) + 1;
  return counts;
}
