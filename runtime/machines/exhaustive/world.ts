/**
 * What the threads of a scenario share: the design's words, the breaker, the pending signal, each thread's ticks. A state
 * of it all is one row of 32-bit numbers; this file says what stands where.
 */
import type {Descriptor, Place} from "../../designs/design.ts";
import {
  BREAKER,
  CHECK_INTERVAL,
  DESIGN,
  DESIGN_WORDS,
  SIGNALS_LOW,
  SWITCH_INTERVAL_US,
  THREAD_WORDS,
  THREADS,
  TICKS_LEFT
} from "../../objects/layout.ts";
import {SIGNAL} from "../../trace/events.ts";
import type {Interpreter} from "../interpreter.ts";
import {type Placed, Region} from "../region.ts";
import {Cell, type Steps, Word} from "../steps.ts";
import {Thread} from "../thread.ts";
import {arrival} from "./arrival.ts";
import {Automaton} from "./automaton.ts";
import {Encoder} from "./positions.ts";

/** What the words of a world are, by slot, and the automata that change them. */
export interface World {
  /** Number of Python threads; the signal and the visitor come after them. */
  threads: number;
  /** Index of the actor that is the arriving signal. */
  signal: number;
  /** Index of the thread that comes when all others have ended, to see whether it can take the lock. */
  visitor: number;
  automata: Automaton[];
  /** Name, kind (mutex, condition, semaphore, word, cell) and first value of each word, by slot. */
  words: {name: string; kind: string; first: number}[];
  breaker: number;
  pending: number;
  /** Slot of each thread's ticks, the visitor's included. */
  ticks: number[];
  /** Slot of the clock that the design moves on, or -1, and those of deadlines on it: each actor's, one actor after another. */
  clock: number;
  deadlines: number[];
}

export const addressOf = (thread: number) => THREADS + thread * THREAD_WORDS;

/** Reads and writes of a memory that is not there. */
interface Access {
  read(address: number): number;
  write(address: number, value: number): void;
}

/** Looks like the words of a shared memory. */
function view(access: Access): Int32Array {
  const addressed = (key: string | symbol) => {
    const address = typeof key === "string" ? Number(key) : Number.NaN;
    if (!Number.isInteger(address))
      throw new Error(`invalid access to the memory: ${String(key)}; use Cell and Word`);
    return address;
  };
  return new Proxy({} as Int32Array, {
    get: (_, key) => access.read(addressed(key)),
    set(_, key, value) {
      access.write(addressed(key), value | 0);
      return true;
    }
  });
}

/** Words by address, as they are laid out while the first thread's design is built. */
class Slots {
  readonly words: World["words"] = [];
  private readonly byAddress = new Map<number, number>();
  private readonly settings: Map<number, number>;

  constructor(settings: Map<number, number>) {
    this.settings = settings;
  }
  add(kind: string, name: string, address: number, first: number): number {
    const slot = this.words.length;
    this.words.push({name, kind, first});
    this.byAddress.set(address, slot);
    return slot;
  }
  /** A value that no thread of a scenario changes, or nothing. */
  setting(address: number): number | undefined {
    return this.settings.get(address);
  }
  of(address: number): number {
    const slot = this.byAddress.get(address);
    if (slot === undefined) throw new Error(`unknown word: ${address}; place it in the design's constructor`);
    return slot;
  }
}

/** What an actor's design is built with, and what becomes of it once it stands. */
interface Party {
  access: Access;
  note(event: number): void;
}

const pendingCell = (region: Region) => new Cell(region, "signals", 0, SIGNALS_LOW);

/** The place of the design as actor `index` sees it; everything it does goes through `party`. */
function placeFor(region: Region, isMain: (t: number) => boolean, party: Party): Place {
  const pending = pendingCell(region);
  return {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER),
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending: () => pending.value !== 0,
    isMain,
    // No program runs here: the main thread keeps the usual priority, the others have asked for a lower one.
    priorityOf: (t) => (isMain(t) ? 0 : -1),
    handleSignals(t) {
      if (!isMain(t) || pending.value === 0) return false;
      pending.value = 0;
      party.note(SIGNAL);
      return true;
    },
    note: (_t, event) => party.note(event)
  };
}

/** The life of each thread is scripted: the machine answers its compute and block steps. */
const scripted: Interpreter = {
  run: () => 0,
  block: () => 0,
  attempt: () => 0,
  finishBlock() {},
  handleSignals: () => false
};

/** @throws what the design throws when it is created, or if it is built differently for each thread */
export function buildWorld(descriptor: Descriptor, threads: number, merge: boolean): World {
  const slots = new Slots(
    new Map([
      [SWITCH_INTERVAL_US, descriptor.switchInterval_us || 5000],
      [CHECK_INTERVAL, descriptor.ticks || 100]
    ])
  );
  const breaker = slots.add("word", "breaker", BREAKER, 0);
  const pending = slots.add("signal", "signals", SIGNALS_LOW, 0);
  const signal = threads;
  const visitor = threads + 1;
  const ticks = [...Array(threads), 0].map((_, i) => {
    const thread = i < threads ? i : visitor;
    return slots.add("ticks", `ticks of ${thread}`, addressOf(thread) + TICKS_LEFT, 0);
  });
  let placed: Placed[] | null = null;
  const automata: Automaton[] = [];
  for (let index = 0; index <= visitor; index++) {
    const actor = buildActor({descriptor, slots, merge, index, signal});
    if (placed === null) {
      placed = actor.placed;
      for (const {kind, name, at} of placed) slots.add(kind, name, at, actor.first.get(at) ?? 0);
      for (const {kind, name, at} of actor.placedInThreads)
        for (let thread = 0; thread <= visitor; thread++)
          slots.add(kind, `${name} of ${thread}`, addressOf(thread) + at, 0);
    } else if (JSON.stringify(placed) !== JSON.stringify(actor.placed))
      throw new Error(
        "invalid design: it places other words for each thread; place the same in the same order"
      );
    automata.push(actor.automaton);
  }
  ticks[visitor] = ticks[threads];
  const {words} = slots;
  const ofKind = (wanted: string) => words.flatMap(({kind}, slot) => (kind === wanted ? [slot] : []));
  const [clock = -1, second] = ofKind("clock");
  if (second !== undefined) throw new Error("invalid design: it has two clocks; one is enough");
  const deadlines = ofKind("deadline");
  return {threads, signal, visitor, automata, words, breaker, pending, ticks, clock, deadlines};
}

interface ActorOptions {
  descriptor: Descriptor;
  slots: Slots;
  merge: boolean;
  index: number;
  signal: number;
}

/** One actor with a design of its own, as on real threads, where each has a memory of its own beside the shared one. */
function buildActor({descriptor, slots, merge, index, signal}: ActorOptions) {
  const first = new Map<number, number>();
  const party: Party = {
    access: {
      read: (address) => first.get(address) ?? slots.setting(address) ?? 0,
      write: (address, value) => first.set(address, value)
    },
    note() {}
  };
  const memory = view({
    read: (address) => party.access.read(address),
    write: (address, value) => party.access.write(address, value)
  });
  const region = new Region(memory, DESIGN, DESIGN_WORDS, true);
  const place = placeFor(region, (t) => t === addressOf(0), party);
  const design = descriptor.create(place);
  const encoder = new Encoder();
  encoder.opaque("memory", memory);
  encoder.opaque("region", region);
  encoder.constant("place", place);
  encoder.constant("design", design);
  encoder.constant("interpreter", scripted);
  const note = (_t: number, event: number) => party.note(event);
  encoder.constant("note", note);
  const thread = new Thread({
    design,
    keepsLock: descriptor.keepsLock ?? false,
    interpreter: scripted,
    memory,
    note
  });
  const spawn = (): Steps =>
    index === signal ? arrival(design, pendingCell(region)) : thread.live(addressOf(index));
  const automaton = new Automaton({
    spawn: spawn as () => Generator<unknown, void, number>,
    encoder,
    slotOf: (address) => slots.of(address),
    isCell: (slot) => slots.words[slot].kind === "cell",
    merge
  });
  party.access = {
    read: (address) => slots.setting(address) ?? automaton.read(slots.of(address)),
    write(address, value) {
      if (slots.setting(address) !== undefined)
        throw new Error(`invalid write to a setting: word ${address}; only programs change settings`);
      automaton.write(slots.of(address), value);
    }
  };
  party.note = (event) => automaton.note(event);
  return {automaton, placed: [...region.placed], placedInThreads: [...region.placedInThreads], first};
}
