import {type ChildProcess, fork} from "node:child_process";
import {join} from "node:path";
import {ROOT} from "./root.ts";
import {ProgramError} from "./runner.ts";

export interface Question {
  port: number;
  durationMs: number;
  /// How long one answer is waited for.
  timeoutMs: number;
  /// Time of asking before anything is measured.
  warmMs: number;
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
    this.child.send(question);
    const {warmMs, durationMs, timeoutMs} = question;
    return (await this.message(warmMs + durationMs + 2 * timeoutMs + 10_000)) as Answers;
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
