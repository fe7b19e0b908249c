import type {Environment} from "../environment.ts";
import type {Whereabouts} from "../interpreter/whereabouts.ts";

/** What a machine needs of the interpreter. `t` is the address of a thread's block. */
export interface Interpreter {
  /** Executes thread `t`'s bytecodes until it must stop. Answers why: STOP_* of the layout. */
  run(t: number): number;
  /** Performs the blocking operation that `t` has pending, without the interpreter lock. Answers its result. */
  block(t: number): number;
  /** The same with the lock, if the operation need not wait. Answers its result, or NOT_READY. */
  attempt(t: number): number;
  /**
   * Gives `t`, which holds the lock again, the result of its blocking operation. INTERRUPTED comes on the main thread
   * only: `run` then goes on with the handlers of pending signals (as PyErr_CheckSignals) before anything else.
   */
  finishBlock(t: number, result: number): void;
  /** On the main thread with signals pending: makes their handlers run next. Answers whether there was one. */
  handleSignals(t: number): boolean;
}

/** One instance of the runtime: the heap as one worker sees it. */
export interface Runtime extends Interpreter {
  /**
   * In the instance that boots: compiles the program and prepares the main thread for it. Answers the thread's block.
   * @throws PythonSyntaxError
   */
  load(source: string, filename: string): number;
  /** Where a thread stands that does not run at the moment and has not ended. */
  whereabouts(t: number): Whereabouts;
  /** The thread that this instance runs from now on. */
  attach(t: number): void;
}

export type Instantiate = (memory: WebAssembly.Memory, environment: Environment) => Runtime;
