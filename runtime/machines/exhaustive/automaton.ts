/**
 * A thread's protocol as a graph that is learned while it is walked. A generator's future depends only on where it stands
 * and on its local variables, so that these are its state; what it then does depends on the step's answer and on the words
 * it reads before its next step. Each such course is taken from the generator once and remembered. To look further from a
 * state, a fresh generator is led there along the course that first reached it.
 */
import {Op, type Step} from "../steps.ts";
import {type Encoder, positioned} from "./positions.ts";

/** A state between two steps. */
export interface Local {
  readonly id: number;
  /** The step that it is about to perform; null before its first and after its last. */
  readonly step: Step | null;
  /** Slots of the step's word and of its second word, -1: none. */
  readonly at: number;
  readonly other: number;
  /** Where the step stands in the source, as "timeout.ts:41". */
  readonly place: string;
  /** Slots of the cells that were read and written since the step before. */
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** How it was first reached: from where, by which answer, reading which values. */
  readonly from: Local | null;
  readonly answer: number;
  readonly inputs: readonly number[];
  /** What follows, by the answer of the step. */
  readonly next: Map<number, Effect>;
}

/** What a generator does between two steps, one after another. */
interface Effect {
  kind: typeof READ | typeof WRITE | typeof NOTE | typeof ARRIVE;
  slot: number;
  /** Written, or the number of the event. */
  value: number;
  /** What follows a reading, by the value read. */
  by: Map<number, Effect> | null;
  next: Effect | null;
  local: Local | null;
}
const READ = 0;
const WRITE = 1;
const NOTE = 2;
const ARRIVE = 3;

/** What a thread does to the world between two steps. */
export interface Effects {
  read(slot: number): number;
  write(slot: number, value: number): void;
  note(event: number): void;
}

export interface AutomatonOptions {
  /** A fresh generator of the protocol. It reads, writes and notes through this automaton. */
  spawn: () => Generator<unknown, void, number>;
  encoder: Encoder;
  /** Slot of the word at an address. @throws if there is none */
  slotOf: (address: number) => number;
  /** Whether accesses to the slot must be ordered by other steps. */
  isCell: (slot: number) => boolean;
  /** False: no two states are taken for the same, to test that it makes no difference. */
  merge: boolean;
}

/** Local states of one thread at most: a design that counts in a local variable has no end of them. */
export const LOCALS_MAX = 200_000;

export class Automaton implements Effects {
  readonly locals: Local[] = [];
  private readonly options: AutomatonOptions;
  private readonly ids = new Map<string, Local>();
  private world: Effects = this;
  /** Values read since the last step. */
  private inputs: number[] = [];
  private reads = new Set<number>();
  private writes = new Set<number>();
  /** How many effects to repeat without effect, and the values that readings then find. */
  private repeat = 0;
  private readonly values: number[] = [];
  private found = 0;
  /** Where the graph is being walked or extended. */
  private here: Effect | null = null;
  private attach: (effect: Effect) => void = () => {};

  constructor(options: AutomatonOptions) {
    this.options = options;
    this.intern("", null, "", {from: null, answer: 0, inputs: []});
  }

  /** Performs what follows when `local`'s step is answered. Answers the state before the next step. */
  resume(local: Local, answer: number, world: Effects): Local {
    this.values.length = 0;
    let effects = 0;
    let effect = local.next.get(answer);
    while (effect) {
      effects++;
      if (effect.kind === ARRIVE) return effect.local!;
      if (effect.kind === READ) {
        const value = world.read(effect.slot);
        this.values.push(value);
        effect = effect.by!.get(value);
      } else {
        if (effect.kind === WRITE) world.write(effect.slot, effect.value);
        else world.note(effect.value);
        effect = effect.next!;
      }
    }
    return this.extend(local, answer, world, effects);
  }

  /** The generator's course after its first `known` effects is taken from the generator itself. */
  private extend(local: Local, answer: number, world: Effects, known: number): Local {
    const values = [...this.values];
    const generator = this.lead(local);
    this.begin(values, known);
    this.here = local.next.get(answer) ?? null;
    this.attach = (effect) => local.next.set(answer, effect);
    this.world = world;
    const result = this.goOn(generator, answer, local.place);
    const arrived = this.arrive(result, {from: local, answer, inputs: this.inputs});
    this.attach({kind: ARRIVE, slot: -1, value: 0, by: null, next: null, local: arrived});
    return arrived;
  }

  /** A fresh generator that stands at `local`. */
  private lead(local: Local): Generator<unknown, void, number> {
    const course: Local[] = [];
    for (let at = local; at.from; at = at.from) course.push(at);
    const generator = this.options.spawn();
    for (const stage of course.reverse()) {
      this.begin([...stage.inputs], Number.POSITIVE_INFINITY);
      const result = generator.next(stage.answer);
      if (this.options.merge && this.keyOf(result) !== this.keys[stage.id])
        throw new Error(
          `invalid design: it does not do the same twice (${stage.place}); keep what changes in a Cell or a Word`
        );
    }
    return generator;
  }

  private goOn(generator: ReturnType<AutomatonOptions["spawn"]>, answer: number, place: string) {
    try {
      return generator.next(answer);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Error(
        `invalid design: ${error.message} (after ${place || "its beginning"}); keep what changes in a Cell or a Word`
      );
    }
  }

  private begin(values: number[], repeat: number): void {
    this.values.length = 0;
    this.values.push(...values);
    this.found = 0;
    this.repeat = repeat;
    this.inputs = [];
    this.reads = new Set();
    this.writes = new Set();
  }

  private readonly keys: string[] = [];

  private keyOf(result: IteratorResult<unknown, void>): string {
    const touched = `${[...this.reads].sort()} ${[...this.writes].sort()}`;
    if (result.done) return `end ${touched}`;
    const {step, frames} = positioned(result.value);
    return `${this.options.encoder.frames(frames)} ${this.options.encoder.step(step)} ${touched}`;
  }

  private arrive(
    result: IteratorResult<unknown, void>,
    how: Pick<Local, "from" | "answer" | "inputs">
  ): Local {
    const key = this.options.merge ? this.keyOf(result) : `${this.locals.length}`;
    const known = this.ids.get(key);
    if (known) return known;
    if (result.done) return this.intern(key, null, "end", how);
    const {step, frames} = positioned(result.value);
    const place = frames.at(-1)![0].split(":").slice(0, 2).join(":");
    return this.intern(key, step, place, how);
  }

  private intern(
    key: string,
    step: Step | null,
    place: string,
    how: Pick<Local, "from" | "answer" | "inputs">
  ): Local {
    const id = this.locals.length;
    if (id >= LOCALS_MAX)
      throw new Error(
        `too many states of one thread: ${LOCALS_MAX}; a local variable of the design counts without end (${place})`
      );
    const local: Local = {
      id,
      step,
      at: step && step.at >= 0 ? this.options.slotOf(step.at) : -1,
      other: step && step.op === Op.wait ? this.options.slotOf(step.other) : -1,
      place,
      reads: [...this.reads],
      writes: [...this.writes],
      ...how,
      next: new Map()
    };
    this.locals.push(local);
    this.ids.set(key, local);
    this.keys.push(key);
    return local;
  }

  // ---- the generator's own accesses, while it is led or looked at

  read(slot: number): number {
    if (this.options.isCell(slot)) this.reads.add(slot);
    const again = this.repeat > 0;
    const value = again ? this.values[this.found++] : this.world.read(slot);
    this.inputs.push(value);
    this.did(again, {kind: READ, slot, value: 0, by: new Map(), next: null, local: null}, value);
    return value;
  }

  write(slot: number, value: number): void {
    if (this.options.isCell(slot)) this.writes.add(slot);
    const again = this.repeat > 0;
    if (!again) this.world.write(slot, value);
    this.did(again, {kind: WRITE, slot, value, by: null, next: null, local: null}, 0);
  }

  note(event: number): void {
    const again = this.repeat > 0;
    if (!again) this.world.note(event);
    this.did(again, {kind: NOTE, slot: -1, value: event, by: null, next: null, local: null}, 0);
  }

  /** Moves on in the graph by one effect, or adds it. */
  private did(again: boolean, fresh: Effect, value: number): void {
    if (again) this.repeat--;
    if (this.repeat === Number.POSITIVE_INFINITY) return;
    const effect = again ? this.here! : fresh;
    if (!again) this.attach(effect);
    const {by} = effect;
    this.here = (by ? by.get(value) : effect.next) ?? null;
    this.attach = by
      ? (next) => by.set(value, next)
      : (next) => {
          effect.next = next;
        };
  }
}
