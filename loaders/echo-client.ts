import {type ChildProcess, fork} from "node:child_process";
import {join} from "node:path";
import {type EchoClient as Asking, inFull} from "../runtime/machines/simulated/clients.ts";
import {ROOT} from "./root.ts";
import {ProgramError} from "./runner.ts";

/// What is asked of the server at a port.
export interface Question extends Asking {
  port: number;
}

export interface Answers {
  latencies_us: number[];
  lost: number;
  duration_s: number;
}

/// The process that asks the echo server; see echo-client.mjs.
export class EchoClient {
  private readonly child: ChildProcess;

  private constructor() {
    this.child = fork(join(ROOT, "loaders", "echo-client.mjs"), {
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"]
    });
  }

  /// Resolves when the client is there.
  static async start(): Promise<EchoClient> {
    const client = new EchoClient();
    await client.message(10_000);
    return client;
  }

  async ask(question: Question): Promise<Answers> {
    const whole = inFull(question);
    // No end by number is Infinity, for which JSON has no word.
    this.child.send({...whole, requests: Number.isFinite(whole.requests) ? whole.requests : null});
    const {warm_ms, ask_ms, timeout_ms} = whole;
    return (await this.message(warm_ms + ask_ms + 2 * timeout_ms + 10_000)) as Answers;
  }

  close(): void {
    this.child.kill("SIGKILL");
  }

  private message(limitMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new ProgramError(`the echo client is silent for ${limitMs} ms`)),
        limitMs
      );
      const ended = () => reject(new ProgramError("the echo client ended too early"));
      this.child.once("exit", ended).once("message", (message) => {
        clearTimeout(timer);
        this.child.off("exit", ended);
        resolve(message);
      });
    });
  }
}
