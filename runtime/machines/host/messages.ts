/** What the supervisor gives to a worker when it starts it. */
export interface WorkerStart {
  memory: WebAssembly.Memory;
  /** Which mailbox is the worker's. Worker 0 runs the main thread. */
  index: number;
  /** Whether the worker lays the heap out. */
  boot: boolean;
  design: string;
  /** Address of the module that has the design, if it is none of ours. */
  designModule: string | null;
  /** Address of the module that exports `instantiate`. */
  runtime: string;
  program: Program;
  /** Pages of the object heap. */
  pages: number;
  checkHeap: boolean;
  trace: SharedArrayBuffer | null;
  /** The system's monotonic clock when the run began. */
  start_ns: bigint;
  overFd: number;
  signalFd: number;
}

/** The Python program of a run. */
export interface Program {
  source: string;
  filename: string;
  argv: string[];
}

/** What a worker tells the supervisor. */
export type WorkerMessage =
  | {what: "ready"; boot_ms: number}
  | {what: "start"; t: number}
  | {what: "taken"}
  | {what: "signal"}
  | {what: "ended"; t: number};
