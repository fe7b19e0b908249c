import {type ChildProcessByStdio, spawn} from "node:child_process";
import type {Readable, Writable} from "node:stream";
import {childrenUsage, onOneCore, type Usage} from "./system.ts";

/// A program could not be started, said something else than expected, took too long, or failed.
export class ProgramError extends Error {
  override name = "ProgramError";
}

export interface ProgramOptions {
  /// Keep the process on one core. Default false.
  oneCore?: boolean;
  /// The process group is killed after so many milliseconds. Default 60 s.
  limitMs?: number;
  env?: NodeJS.ProcessEnv;
}

const running = new Set<Program>();
process.on("exit", killPrograms);

/// Ends all programs that still run, with their process groups.
export function killPrograms(): void {
  for (const program of running) program.kill();
}

/// A program that speaks lines of JSON on its standard output and obeys lines on its standard input.
/// It runs in a process group of its own, which never outlives its limit or this process.
export class Program {
  readonly command: string;
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly before: Usage | null;
  private readonly ended: Promise<string | null>;
  private readonly limit: NodeJS.Timeout;
  private lines: {text: string; at_ns: bigint}[] = [];
  private rest = "";
  private errors = "";
  private wake: (() => void) | null = null;
  private over = false;

  constructor(command: readonly string[], options: ProgramOptions = {}) {
    this.command = command.join(" ");
    const [file, ...args] = command;
    const start = () =>
      spawn(file, args, {stdio: ["pipe", "pipe", "pipe"], detached: true, env: options.env ?? process.env});
    this.before = childrenUsage();
    this.child = options.oneCore ? onOneCore(start) : start();
    running.add(this);
    this.limit = setTimeout(() => this.kill(), options.limitMs ?? 60_000);
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => this.read(text));
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.errors = (this.errors + text).slice(-2000);
    });
    this.child.stdin.on("error", () => {});
    this.ended = new Promise((resolve) => {
      this.child.on("error", (error) => this.end(resolve, error.message));
      this.child.on("close", (code, signal) =>
        this.end(resolve, code === 0 ? null : signal ? `ended by ${signal}` : `exit status ${code}`)
      );
    });
  }

  /// The next line as JSON, with the reading of our monotonic clock when it came.
  /// Rejects when the program ends first or `timeoutMs` have passed.
  async record<T>(timeoutMs: number): Promise<T & {at_ns: bigint}> {
    const line = await this.line(timeoutMs);
    if (line === "late") throw this.error(`no line within ${timeoutMs} ms`);
    return line as T & {at_ns: bigint};
  }

  /// The same, with "late" in place of a rejection when `timeoutMs` have passed.
  async line(timeoutMs: number): Promise<object | "late"> {
    if (this.lines.length === 0 && !this.over) await this.wait(timeoutMs);
    const line = this.lines.shift();
    if (line === undefined) {
      if (!this.over) return "late";
      throw this.error((await this.ended) ?? "ended too early");
    }
    try {
      return {...JSON.parse(line.text), at_ns: line.at_ns};
    } catch {
      throw this.error(`unknown line: ${line.text.slice(0, 200)}`);
    }
  }

  /// Drops the lines that have come and were not asked for.
  forget(): void {
    this.lines = [];
  }

  send(text: string): void {
    this.child.stdin.write(text);
  }

  /// Waits for the end and says what the process used. Rejects unless its exit status is 0.
  async finish(timeoutMs = 5_000): Promise<Usage | null> {
    this.child.stdin.end();
    const timer = setTimeout(() => this.kill(), timeoutMs);
    const failure = await this.ended;
    clearTimeout(timer);
    if (failure !== null) throw this.error(failure);
    const after = childrenUsage();
    if (!after || !this.before) return null;
    return {
      cpu_s: Math.round((after.cpu_s - this.before.cpu_s) * 1e6) / 1e6,
      voluntary_switches: after.voluntary_switches - this.before.voluntary_switches,
      involuntary_switches: after.involuntary_switches - this.before.involuntary_switches
    };
  }

  kill(): void {
    if (this.over || this.child.pid === undefined) return;
    try {
      process.kill(-this.child.pid, "SIGKILL");
    } catch {
      this.child.kill("SIGKILL");
    }
  }

  private error(what: string): ProgramError {
    const said = this.errors.trim();
    return new ProgramError(`${what}: ${this.command}${said && `\n${said}`}`);
  }

  private read(text: string): void {
    const at_ns = process.hrtime.bigint();
    const parts = (this.rest + text).split("\n");
    this.rest = parts.pop()!;
    for (const part of parts) this.lines.push({text: part, at_ns});
    if (parts.length > 0) this.wake?.();
  }

  private end(resolve: (failure: string | null) => void, failure: string | null): void {
    this.over = true;
    running.delete(this);
    clearTimeout(this.limit);
    resolve(failure);
    this.wake?.();
  }

  private wait(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.wake = done;
    });
  }
}
