/**
 * A stand-in for the interpreter: a program is JSON, for each thread a list of operations. It counts in a plain shared
 * word, so that two threads that hold the lock at once lose counts.
 */
import type {Environment} from "../../../../runtime/environment.ts";
import type {Runtime} from "../../../../runtime/machines/interpreter.ts";
import {
  ARENA,
  BREAKER,
  BREAKER_MASK,
  EXIT_STATUS,
  SIGNALS_LOW,
  STOP_BLOCK,
  STOP_BREAKER,
  STOP_END,
  STOP_FUEL,
  THREAD_ID,
  THREAD_WORDS,
  THREADS,
  TICKS_LEFT
} from "../../../../runtime/objects/layout.ts";

export type Operation =
  | ["count", number]
  | ["work", number]
  | ["sleep", number]
  | ["lock", number]
  | ["unlock", number]
  | ["start", number]
  | ["join", number]
  | ["print", string]
  | ["status", number]
  | ["handle", number]
  | ["until-signals", number]
  | ["sleep-until-signals", number]
  | ["seen", number]
  | ["kill-self", number]
  | ["hang"]
  | ["throw"]
  | ["exit"];
export type Program = Operation[][];

export const COUNTER = ARENA;
export const SIGNALS_SEEN = ARENA + 16;
/** When a worker was about to die, as performance.timeOrigin + performance.now(); index of a float64. */
export const DIED_MS = (ARENA + 32) / 2;
const lockAt = (n: number) => ARENA + 64 + n * 16;
const doneAt = (id: number) => lockAt(32 + id);
const PENDING = 2;

export function instantiate(shared: WebAssembly.Memory, {devices}: Environment): Runtime {
  const H = new Int32Array(shared.buffer);
  let program: Program = [];
  let at = 0;
  let done = 0;
  let pending: (() => number) | null = null;
  let again: ((result: number) => boolean) | null = null;

  const block = (operation: () => number, retry: (result: number) => boolean = (result) => result === -4) => {
    pending = operation;
    again = retry;
    return STOP_BLOCK;
  };

  /** Performs one operation or a tick of it. Answers a reason to stop, or 0. */
  function step(t: number, operation: Operation): number {
    const [what, operand] = operation;
    if (what === "count" || what === "work") {
      if (what === "count") H[COUNTER]++;
      else for (let i = 0; i < 200; i++) H[t + 200] = (H[t + 200] + i) | 0;
      if (++done < Number(operand)) return 0;
    } else if (what === "until-signals" && H[SIGNALS_SEEN] < Number(operand)) return 0;
    else if (what === "sleep-until-signals" && H[SIGNALS_SEEN] < Number(operand))
      return block(
        () => devices.sleep(5e9),
        () => false
      );
    else if (what === "seen" && H[SIGNALS_SEEN] < Number(operand)) return block(() => devices.sleep(1e5));
    done = 0;
    at++;
    return perform(operation);
  }

  function perform([what, operand]: Operation): number {
    if (what === "sleep") return block(() => devices.sleep(Number(operand)));
    if (what === "lock" && devices.tryLock(lockAt(Number(operand))) === 0)
      return block(() => devices.lock(lockAt(Number(operand)), Number.POSITIVE_INFINITY));
    if (what === "unlock") devices.unlock(lockAt(Number(operand)));
    if (what === "start") {
      const child = THREADS + Number(operand) * THREAD_WORDS;
      H[child + THREAD_ID] = Number(operand);
      devices.tryLock(doneAt(Number(operand)));
      if (devices.startThread(child) < 0) throw new Error("cannot start a thread");
    }
    if (what === "join") return block(() => devices.lock(doneAt(Number(operand)), Number.POSITIVE_INFINITY));
    if (what === "print") return block(() => devices.write(1, new TextEncoder().encode(`${operand}\n`)));
    if (what === "status") H[EXIT_STATUS] = Number(operand);
    if (what === "handle") devices.disposeSignal(Number(operand), PENDING);
    if (what === "kill-self") devices.kill(process.pid, Number(operand));
    if (what === "hang") for (;;);
    if (what === "throw" || what === "exit") {
      new Float64Array(shared.buffer)[DIED_MS] = performance.timeOrigin + performance.now();
      if (what === "exit") process.exit(3);
      throw new Error("thrown on purpose");
    }
    return 0;
  }

  function handle(): boolean {
    const bits = Atomics.exchange(H, SIGNALS_LOW, 0);
    for (let i = 0; i < 32; i++) H[SIGNALS_SEEN] += (bits >>> i) & 1;
    return bits !== 0;
  }

  return {
    load(source) {
      program = JSON.parse(source);
      const text = new TextEncoder().encode(source);
      H[ARENA + 8000] = text.length;
      new Uint8Array(shared.buffer).set(text, (ARENA + 8001) * 4);
      return THREADS;
    },
    whereabouts: () => ({name: null, calls: [], line: null}),
    attach(t) {
      const bytes = new Uint8Array(shared.buffer).slice(
        (ARENA + 8001) * 4,
        (ARENA + 8001) * 4 + H[ARENA + 8000]
      );
      program = JSON.parse(new TextDecoder().decode(bytes));
      at = done = 0;
      pending = again = null;
      if (H[t + THREAD_ID] >= program.length) throw new Error("no such thread in the program");
    },
    run(t) {
      const operations = program[H[t + THREAD_ID]];
      if (pending !== null) return STOP_BLOCK;
      while (at < operations.length) {
        const stop = step(t, operations[at]);
        H[t + TICKS_LEFT]--;
        if (stop !== 0) return stop;
        if (H[t + TICKS_LEFT] < 0) return STOP_FUEL;
        if ((H[BREAKER] & H[t + BREAKER_MASK]) !== 0) return STOP_BREAKER;
      }
      if (H[t + THREAD_ID] !== 0) devices.unlock(doneAt(H[t + THREAD_ID]));
      return STOP_END;
    },
    block: () => pending!(),
    attempt: () => pending!(),
    finishBlock(_t, result) {
      if (result === -4) handle();
      if (!again!(result)) pending = null;
    },
    handleSignals: handle
  };
}
