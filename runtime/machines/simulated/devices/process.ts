/** Clocks, identity, chance: what a process asks its system for without waiting, but for sleep. */
import {THREAD_ID} from "../../../objects/layout.ts";
import type {Devices, Inflated, Usage, Work} from "../../devices.ts";
import {Over, type System, whole} from "../system.ts";
import type {Task} from "../task.ts";
import {PROCESS_ID} from "./signals.ts";

/** 2026-01-01 00:00:00 UTC: when every run begins. */
export const EPOCH_S = 1767225600;

/** Compression, from the surroundings: a browser has none that acts at once. */
export interface Zlib {
  deflate(bytes: Uint8Array, level: number): Uint8Array;
  inflate(bytes: Uint8Array): Inflated | null;
}

/** The program asked to end the process at once. */
export class Exit extends Over {
  readonly status: number;
  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

type Calls = Pick<
  Devices,
  | "monotonic_ns"
  | "realtime_s"
  | "processTime_ns"
  | "threadTime_ns"
  | "usage"
  | "sleep"
  | "startThread"
  | "processId"
  | "parentId"
  | "exit"
  | "hostName"
  | "directory"
  | "threadId"
  | "cpuCount"
  | "environment"
  | "randomBytes"
  | "deflate"
  | "inflate"
  | "work"
>;

/** @param startThread makes a task of a prepared Python thread */
export function processCalls(system: System, startThread: (t: number) => Task, zlib: Zlib | null): Calls {
  const {kernel, costs, memory} = system;

  /** Python's threads, for the accounts of the whole process. */
  const own = () => kernel.tasks.filter((task) => task.t !== 0);
  const spent = (tasks: readonly Task[]) => {
    const now = system.time();
    return tasks.reduce((sum, task) => sum + kernel.processorTime(task, now), 0);
  };

  function usage(tasks: readonly Task[]): Usage {
    const system_ns = tasks.reduce((sum, task) => sum + task.system_ns, 0);
    return {
      user_us: whole(Math.max(0, spent(tasks) - system_ns), 1000),
      system_us: whole(system_ns, 1000),
      voluntarySwitches: tasks.reduce((sum, task) => sum + task.voluntary, 0),
      involuntarySwitches: tasks.reduce((sum, task) => sum + task.involuntary, 0)
    };
  }

  function clock<T>(read: () => T): T {
    system.charge(costs.clock_ns);
    return read();
  }

  const prices_ps: Record<Work, number> = {
    walk: costs.bytecode_iterate_ps + costs.bytecode_compare_ps,
    compare: costs.bytecode_compare_ps,
    digest: costs.digest_byte_ps,
    deflate: costs.deflate_byte_ps
  };

  function compression(): Zlib {
    if (zlib === null) throw new Over("zlib is not simulated here: run the program on the command line");
    return zlib;
  }

  return {
    monotonic_ns: () => clock(() => system.time()),
    realtime_s: () => clock(() => EPOCH_S + system.time() / 1e9),
    processTime_ns: () => clock(() => spent(own())),
    threadTime_ns: () => clock(() => spent([system.task])),
    usage: (thread) => clock(() => usage(thread ? [system.task] : own())),
    sleep(ns) {
      if (system.expired) return 0;
      system.charge(costs.system_call_ns);
      return system.park([], system.time() + whole(ns, 1), "the clock");
    },
    startThread(t) {
      system.charge(costs.thread_start_ns);
      system.start(startThread(t));
      return 0;
    },
    processId: () => PROCESS_ID,
    parentId: () => 1,
    exit(status) {
      throw new Exit(status);
    },
    hostName: () => "simulated",
    directory: () => "/",
    threadId: () => PROCESS_ID + memory[system.task.t + THREAD_ID],
    cpuCount: () => kernel.coreCount,
    environment: () => ({}),
    randomBytes(bytes) {
      for (let i = 0; i < bytes.length; i++) bytes[i] = kernel.random.next() >>> 24;
    },
    deflate: (bytes, level) => compression().deflate(bytes, level),
    inflate: (bytes) => compression().inflate(bytes),
    work: (kind, amount) => system.labour(whole(amount * prices_ps[kind], 1000))
  };
}
