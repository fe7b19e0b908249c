/// One run of a program under one design, in a worker of the page, at the build and in tests alike.

import type {SimulateMetrics, Simulator} from "convoy:simulated";
import type {Settings} from "./settings.js";
import {columnsOf, fingerprint, type Trace} from "./trace.js";

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
}

/// @param heap the snapshot that the build made for the design
/// @param write gets what the program writes to descriptor 1 or 2
export function runDesign(
  simulate: Simulator["simulate"],
  design: string,
  {source, cores, scheduler, seed, limit_s}: Settings,
  heap: Uint8Array,
  write: (fd: number, bytes: Uint8Array) => void
): Finished {
  const limit_ns = Math.round(limit_s * 1e9);
  const options = {source, filename: FILENAME, design, cores, scheduler, seed, limit_ns, heap, pages: PAGES};
  const {trace, ...result} = simulate({...options, trace: true, write});
  const columns = columnsOf(trace!.rows);
  return {...result, design, limit_s, trace: columns, fingerprint: fingerprint(columns)};
}
