/**
 * Every cost that the simulated machine charges. The unit is the end of the name: `_ns` nanoseconds, `_ps` picoseconds,
 * always whole numbers. A distribution is a list of quantiles at evenly spaced probabilities, from the least value seen
 * to the greatest. What depends on how long a core has been idle is a list of such distributions, each with the idle time
 * from which on it holds.
 */

/** How a cost is given: one number, a distribution, or a distribution for each range of idle times. */
export type Shape = "number" | "quantiles" | "by-idle-time";

/** The idle time in nanoseconds from which on a distribution holds, and its quantiles; the first from 0, then ascending. */
export type ByIdleTime = readonly (readonly [from_ns: number, quantiles: readonly number[]])[];

export interface CostDescription {
  shape: Shape;
  /** What is measured to get it. */
  meaning: string;
  /** In a profile that leaves it out. Default: none may. */
  otherwise?: number;
}

const number = (meaning: string) => ({shape: "number", meaning}) as const;
const quantiles = (meaning: string) => ({shape: "quantiles", meaning}) as const;
const byIdleTime = (meaning: string) => ({shape: "by-idle-time", meaning}) as const;

/** The costs by name. */
export const COSTS = {
  // ---- bytecode, by opcode class (see `opcodes.ts`)
  bytecode_move_ps: number("one bytecode that moves a value between stack, local variables and constants"),
  bytecode_jump_ps: number("one jump, conditional or not"),
  bytecode_arithmetic_ps: number("one binary or unary operation on small integers"),
  bytecode_compare_ps: number("one comparison, `is`, `in` or `not`"),
  bytecode_name_ps: number("one access to a global, a cell or a name of a class body"),
  bytecode_attribute_ps: number("one access to an attribute, or the look-up of a method"),
  bytecode_item_ps: number("one subscript read, stored or deleted"),
  bytecode_call_ps: number("one call of a Python function or a built-in, without what it does"),
  bytecode_return_ps: number("one return"),
  bytecode_iterate_ps: number("one step of an iteration or a generator"),
  bytecode_build_ps: number("one container, slice or string built, or an item added to one"),
  bytecode_other_ps: number("one bytecode of any other kind: exceptions, imports, with"),

  // ---- between threads
  atomic_ns: number("one atomic operation on a word that this core touched last"),
  transfer_ns: number("what it costs more where another core touched the word last"),
  futex_wait_ns: number(
    "processor time of a thread from the call that puts it to sleep until it is off the core"
  ),
  futex_wake_none_ns: number("a call that wakes on a word on which nobody sleeps"),
  futex_wake_ns: number(
    "a call that wakes one sleeping thread without interrupting another core, to the caller"
  ),
  thread_start_ns: number("starting a thread, to the starter"),

  // ---- the processor
  context_switch_ns: number("from one ready thread to another on the same core"),
  migration_ns: number("what a thread loses when it goes on on another core: cold caches"),
  wake_idle_ns: byIdleTime(
    "from the call that wakes to the woken thread running on an idle core, by the time since the core's last thread called to sleep"
  ),
  wake_busy_ns: quantiles("the same where the woken thread takes another, busy core from the running one"),
  interrupt_idle_ns: byIdleTime(
    "what a call that wakes costs more where it is for an idle core, by the same time"
  ),
  interrupt_busy_ns: number("what it costs more where the woken thread takes another, busy core"),
  timeout_overshoot_ns: quantiles("from the end of a time-out to the thread running, where a core is idle"),

  // ---- devices
  system_call_ns: number("a system call that does nothing worth mentioning"),
  clock_ns: number("reading a clock"),
  pipe_ns: number("writing or reading a few bytes of a pipe, or of standard input and output"),
  socket_send_ns: number("sending a small datagram or segment over the loopback interface"),
  socket_receive_ns: number("receiving one that has arrived"),
  socket_connect_ns: number("connecting to a listening socket, or accepting a connection"),
  client_ns: number("what a client does itself between a reply and its next request"),
  digest_byte_ps: {...number("digesting one byte of a long text, as hashlib does"), otherwise: 700},
  deflate_byte_ps: {...number("compressing one byte of a long text, as zlib does"), otherwise: 3000},
  poll_ns: number("poll(2) on a few descriptors of which one is ready"),
  signal_ns: quantiles(
    "from kill(2) in another process to the handler in C having run, where the main thread runs; one that sleeps has to be woken first"
  ),

  // ---- the scheduler's settings
  tick_ns: number("time between the scheduler's ticks"),
  away_ns: number(
    "after how long an idle core is not seen to be idle, as its host has taken it away; 0: never, as without a host"
  ),
  hot_ns: number("how long after it ran a ready thread is not moved to an idle core"),
  eevdf_slice_ns: number("`eevdf`: how long a thread asks for the processor at a time"),
  fair_latency_ns: number("`fair`: the time within which every ready thread of a core shall run"),
  fair_slice_ns: number("`fair`: what a thread gets at least before another ready one takes its place"),
  fair_wakeup_ns: number(
    "`fair`: how far a woken thread must be behind the running one to take its place at once"
  ),
  fair_credit_ns: number("`fair`: how far behind the others a thread that slept may begin"),
  decay_slice_ns: number("`decay`: time slice"),
  decay_half_ns: number("`decay`: the time in which half of a thread's past use is forgotten"),
  decay_step_ns: number("`decay`: use that makes a thread worse by one level of priority"),
  round_robin_slice_ns: number("`round-robin`: time slice")
} as const satisfies Record<string, CostDescription>;

export type CostName = keyof typeof COSTS;
/** The value of each cost. */
export type Costs = {
  [K in CostName]: (typeof COSTS)[K]["shape"] extends "number"
    ? number
    : (typeof COSTS)[K]["shape"] extends "quantiles"
      ? readonly number[]
      : ByIdleTime;
};
