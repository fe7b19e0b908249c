/// Simulated runs in processes of their own: they wait for nothing, so as many may run side by side as there are cores.
import {type ChildProcess, fork} from "node:child_process";
import {join} from "node:path";
import type {SimulateMetrics, SimulateOptions} from "../runtime/machines/simulated/simulate.ts";
import {ROOT} from "./root.ts";
import {ProgramError} from "./runner.ts";

/// What a process can be sent.
export interface Simulation {
  options: Omit<SimulateOptions, "write" | "readSource" | "heap" | "zlib">;
  /// File with the heap before any program.
  heap: string;
  /// Of the modules that the program may import.
  folder: string;
}

export interface Simulated {
  status: number;
  failure: string | null;
  metrics: SimulateMetrics;
  output: string;
  errors: string;
}

interface Answer {
  number: number;
  result?: Simulated;
  error?: string;
}

/// After so long a process counts as hung, whatever its virtual clock says.
const LIMIT_MS = 180_000;

const idle: ChildProcess[] = [];
let count = 0;

/// Runs it in a process that is idle, or in a new one. Rejects with what went wrong apart from the program, a
/// ProgramError where the process hung or died.
export async function simulateApart(simulation: Simulation): Promise<Simulated> {
  const worker = idle.pop() ?? start();
  const number = ++count;
  worker.ref();
  worker.channel?.ref();
  const answer = await new Promise<Answer>((resolve, reject) => {
    const limit = setTimeout(() => worker.kill("SIGKILL"), LIMIT_MS);
    const ended = () => {
      clearTimeout(limit);
      reject(new ProgramError(`no result of a simulation: its process ended, or took ${LIMIT_MS / 1000} s`));
    };
    const answered = (message: Answer | "ready") => {
      if (message === "ready" || message.number !== number) return;
      clearTimeout(limit);
      worker.off("message", answered).off("exit", ended);
      resolve(message);
    };
    worker.on("message", answered).once("exit", ended);
    worker.send({number, ...simulation});
  });
  // An idle process keeps nobody from ending, and ends with its parent.
  worker.unref();
  worker.channel?.unref();
  idle.push(worker);
  if (answer.result === undefined) throw new Error(answer.error);
  return answer.result;
}

const start = (): ChildProcess =>
  fork(join(ROOT, "loaders", "simulation-worker.mjs"), [join(ROOT, "build", "simulated.js")], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"]
  });
