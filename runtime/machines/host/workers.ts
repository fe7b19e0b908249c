import {setTimeout as after} from "node:timers/promises";
import {Worker} from "node:worker_threads";
import {BREAK_EXIT, BREAKER, STATS, THREAD_ID, WAITING_ON} from "../../objects/layout.ts";
import {ACQUIRE, RELEASE} from "../../trace/events.ts";
import type {WorkerMessage, WorkerStart} from "./messages.ts";
import {EVERYONE, type Sleeper} from "./parking.ts";
import {theLibc, thePlatform} from "./platform.ts";
import {MAIL_IDLE, MAIL_NONE, MAILBOXES, WORKERS_MAX} from "./words.ts";

/**
 * Workers that stand by for threads to come. They start once the main thread's worker is up, one after the other, and a
 * thread that ends leaves its worker to the next.
 */
const STANDING_BY = 2;
/** How long threads may take to leave once the run is over, workers to exit, and to be terminated; each. */
const LEAVE_MS = 400;
/** How long a worker may take to start. */
const START_MS = 20_000;

/** What workers share, and who is told of them. */
export interface Crew {
  memory: Int32Array;
  sleeper: Sleeper;
  /** The worker's module. */
  module: URL;
  /** What a worker is started with. */
  start(index: number): WorkerStart;
  onMessage(message: WorkerMessage): void;
  onFailure(why: string): void;
}

/** The workers of a run. Worker 0 runs the main thread; the others run a thread each, or stand by. */
export class Workers {
  /** Reading and writing end of the pipe that becomes readable when the run is over. */
  readonly pipe = new Int32Array(2);
  /** How long each took from its first line to being ready. */
  readonly boot_ms: number[] = [];
  private readonly crew: Crew;
  private readonly workers: (Worker | null)[] = [];
  /** Indices of workers that have not said that they are ready. */
  private readonly starting = new Set<number>();
  private over = false;

  constructor(crew: Crew) {
    this.crew = crew;
    thePlatform().pipe(this.pipe);
  }

  /** Starts worker 0. */
  begin(): void {
    this.startWorker(0);
  }

  private startWorker(index: number): void {
    const worker = new Worker(this.crew.module, {workerData: this.crew.start(index)});
    this.workers[index] = worker;
    this.starting.add(index);
    worker.on("message", (message: WorkerMessage) => this.hear(index, message));
    worker.on("error", (error) => this.died(index, error));
    worker.on("exit", () => {
      if (!this.over) this.died(index, null);
      this.workers[index] = null;
      this.starting.delete(index);
    });
  }

  private hear(index: number, message: WorkerMessage): void {
    if (message.what === "ready") {
      this.starting.delete(index);
      this.boot_ms.push(message.boot_ms);
      this.replenish();
    } else if (message.what === "taken") this.replenish();
    else if (message.what === "start") this.startFor(message.t);
    else this.crew.onMessage(message);
  }

  /** Gives a thread that found no idle worker to one that is still starting, or starts one for it. */
  private startFor(t: number): void {
    if (this.workers.some((worker, i) => i > 0 && worker && this.assign(i, t))) {
      this.replenish();
      return;
    }
    const index = this.freeIndex();
    if (index < 0) this.crew.onFailure(`too many threads: the host machine runs at most ${WORKERS_MAX}`);
    else {
      Atomics.store(this.crew.memory, MAILBOXES + index, t);
      this.startWorker(index);
    }
  }

  /** Gives thread `t` to a worker that is not yet ready. False: it is. */
  private assign(index: number, t: number): boolean {
    return Atomics.compareExchange(this.crew.memory, MAILBOXES + index, MAIL_NONE, t) === MAIL_NONE;
  }

  /** Starts another worker to stand by, if there are too few. */
  private replenish(): void {
    if (this.over) return;
    const standingBy = this.workers.filter(
      (worker, i) => i > 0 && worker && this.mail(i) <= MAIL_IDLE
    ).length;
    const index = this.freeIndex();
    if (standingBy < STANDING_BY && index >= 0) this.startWorker(index);
  }

  private freeIndex(): number {
    for (let i = 1; i < WORKERS_MAX; i++) if (!this.workers[i]) return i;
    return -1;
  }

  private mail(index: number): number {
    return Atomics.load(this.crew.memory, MAILBOXES + index);
  }

  private died(index: number, error: Error | null): void {
    const {memory, onFailure} = this.crew;
    const t = this.mail(index);
    const why = error === null ? "its worker exited" : (error.stack ?? String(error));
    if (t <= MAIL_IDLE) onFailure(`a worker died before it ran a thread: ${why}`);
    else {
      const held = memory[t + STATS + ACQUIRE] > memory[t + STATS + RELEASE];
      const where = held ? "while it held the interpreter lock" : "without the interpreter lock";
      onFailure(`thread ${memory[t + THREAD_ID]} died ${where}: ${why}`);
    }
  }

  /** Ends the run: every thread leaves where it is, or has had its time. */
  async end(): Promise<void> {
    this.over = true;
    Atomics.or(this.crew.memory, BREAKER, BREAK_EXIT);
    theLibc().write(this.pipe[1], new Uint8Array(1), 1);
    await this.rouseUntil(() => !this.running(), LEAVE_MS);
  }

  /**
   * Waits until every worker has exited, and terminates those that do not. A worker is not terminated earlier: inside a
   * native call, such as those with which it starts, that would end the process.
   */
  async close(): Promise<void> {
    await this.rouseUntil(() => this.starting.size === 0, START_MS);
    await this.rouseUntil(() => this.workers.every((worker) => !worker), LEAVE_MS);
    const terminated = Promise.all(this.workers.map((worker) => worker?.terminate()));
    await Promise.race([terminated, after(LEAVE_MS, null, {ref: false})]);
    for (const worker of this.workers) worker?.unref();
    for (const fd of this.pipe) theLibc().close(fd);
  }

  private async rouseUntil(done: () => boolean, limit_ms: number): Promise<void> {
    const deadline = performance.now() + limit_ms;
    while (!done() && performance.now() < deadline) {
      this.rouse();
      await after(1);
    }
  }

  /** Whether any worker still runs a thread. */
  private running(): boolean {
    return this.workers.some((worker, i) => worker && this.mail(i) > MAIL_IDLE);
  }

  /** Wakes all workers, wherever they sleep. */
  private rouse(): void {
    const {memory, sleeper} = this.crew;
    this.workers.forEach((_, i) => {
      sleeper.wake(MAILBOXES + i, EVERYONE);
      const t = this.mail(i);
      const word = t > MAIL_IDLE ? Math.abs(Atomics.load(memory, t + WAITING_ON)) : 0;
      if (word !== 0) sleeper.wake(word, EVERYONE);
    });
  }
}
