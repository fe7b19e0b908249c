/** What a machine needs of the interpreter. `t` is the address of a thread's block. */
export interface Interpreter {
  /** Executes thread `t`'s bytecodes until it must stop. Answers why: STOP_* of the layout. */
  run(t: number): number;
  /** Performs the blocking operation that `t` has pending, without the interpreter lock. Answers its result. */
  block(t: number): number;
  /** Gives `t`, which holds the lock again, the result of its blocking operation. */
  finishBlock(t: number, result: number): void;
  /** On the main thread with signals pending: makes their handlers run next. Answers whether there was one. */
  handleSignals(t: number): boolean;
}
