/**
 * Performs steps on states. A state is a row of numbers: for each actor its local state and its mode, then what the
 * machine itself remembers, then the words. Actors are the threads, the arriving signal, and the visitor of the end.
 */
import {type Descriptor, heeded} from "../../designs/design.ts";
import {BREAK_DROP, STOP_BLOCK, STOP_BREAKER, STOP_END, STOP_FUEL} from "../../objects/layout.ts";
import {ACQUIRE, RELEASE, SIGNAL, WAIT} from "../../trace/events.ts";
import {NOT_READY} from "../devices.ts";
import {Op, type Step, TIMED_OUT} from "../steps.ts";
import type {Automaton, Effects, Local} from "./automaton.ts";
import {CLEAN, DEADLOCK, DROP, EXCLUSION, MUTEXES, RACE, SIGNALS, STALL} from "./properties.ts";
import {
  AGAIN,
  BLOCK,
  COMPUTE,
  type Code,
  compileScripts,
  runsAtOnce,
  type Scenario,
  START,
  YIELD
} from "./script.ts";
import {Deadlines, type Reading, reading, readings} from "./time.ts";
import {buildWorld, type World} from "./world.ts";

/** What may happen besides steps, and how much is tried. */
export interface Rules {
  /** Whether a wait on a condition may end by itself. */
  spurious: boolean;
  /** Most time-outs that fire in one schedule. */
  timeouts: number;
  /** Most times that a thread is interrupted although it could go on. */
  preemptions: number;
  /** Cells and words that are counted up go round after so many; for programs without end. */
  counters: number;
  /** False: local states are told apart by their histories, to test that nothing is lost by merging them. */
  merge: boolean;
}

export const RULES: Rules = {
  spurious: false,
  timeouts: Number.POSITIVE_INFINITY,
  preemptions: Number.POSITIVE_INFINITY,
  counters: Number.POSITIVE_INFINITY,
  merge: true
};

/** One thing that may happen: `actor * 16 + how`. */
export type Choice = number;
/** `how` is 0, or for a signal to several sleepers 1 + the woken one; for a clock the number of a reading; or READY_AT_ONCE, SPURIOUS, TIMEOUT. */
export const READY_AT_ONCE = 11;
export const SPURIOUS = 14;
export const TIMEOUT = 15;

// Of an actor's mode: status, place in its script, and what it owes.
const STATUS = 7;
/** Not begun and may begin; not begun until started; before a step; asleep; woken or timed out, without its mutex; ended. */
export const NEW = 0;
export const ABSENT = 1;
export const READY = 2;
export const ASLEEP = 3;
export const WOKEN = 4;
export const LATE = 5;
export const ENDED = 6;
const SCRIPT_SHIFT = 3;
const SCRIPT_MASK = 31 << SCRIPT_SHIFT;
/** Has waited for the lock since it last gave it back. */
const WAITED = 1 << 8;
/** Saw the request to drop the lock and has not given it back since. */
const ASKED = 1 << 9;
/** Saw a signal pending and has not handled it since. */
const SIGNALLED = 1 << 10;
/** Its blocking call ends when the device pleases. */
const DEVICE = 1 << 11;
/** Kept the lock over a call; the bytecodes that follow come by a safe point before the next. */
const WENT_ON = 1 << 12;

// What the machine remembers, after the actors.
const HOLDER = 0;
/** The thread that gave the lock back on request and must not have it next; 0: none. */
const HONOUR = 1;
const TIMEOUTS = 2;
const PREEMPTIONS = 3;
/** 1 + the actor that moved last. */
const LAST = 4;
const REMEMBERED = 5;

/** Longer than any lock that nobody else wants takes. */
const VISIT_STEPS_MAX = 10_000;

export class Machine implements Effects {
  readonly world: World;
  readonly scripts: Code[][];
  readonly rules: Rules;
  /** Numbers in a state. */
  readonly width: number;
  /** The state that is acted on. */
  readonly state: Int32Array;
  /** The property that the last choice violated, or -1. */
  violated = -1;
  /** The actor that took the lock with the last choice, or -1. */
  entered = -1;
  /** Whether the last choice used up all the time that a reading may say, and whether a deadline passed. */
  usedTime = false;
  passedDeadline = false;
  /** Hears each event of the last choice. */
  onNote: ((actor: number, event: number) => void) | null = null;

  private readonly actors: number;
  private readonly remembered: number;
  private readonly firstWord: number;
  private readonly atOnce: boolean[];
  private readonly ticking: boolean;
  private readonly breaks: number;
  /** Bits of the breaker that the main thread heeds, and the others. */
  private readonly heeded: readonly number[];
  private readonly polls: boolean;
  private readonly deadlines: Deadlines;
  private actor = 0;

  /** @throws if the scenario or the design cannot be run */
  constructor(descriptor: Descriptor, scenario: Scenario, rules: Rules) {
    this.rules = rules;
    this.scripts = compileScripts(scenario);
    this.atOnce = runsAtOnce(this.scripts);
    this.world = buildWorld(descriptor, this.scripts.length, rules.merge);
    this.ticking = descriptor.ticks > 0;
    this.breaks = descriptor.breaks;
    this.heeded = [heeded(descriptor, true), heeded(descriptor, false)];
    this.polls = descriptor.polls ?? false;
    this.actors = this.world.automata.length;
    this.remembered = 2 * this.actors;
    this.firstWord = this.remembered + REMEMBERED;
    this.width = this.firstWord + this.world.words.length;
    this.deadlines = new Deadlines(this.world.deadlines.map((slot) => this.firstWord + slot));
    this.state = new Int32Array(this.width);
    this.scripts.push([], []);
    this.atOnce.push(scenario.signal ?? false, false);
  }

  /** Makes `state` the first one. */
  reset(): void {
    this.state.fill(0);
    for (let a = 0; a < this.actors; a++) this.state[this.actors + a] = this.atOnce[a] ? NEW : ABSENT;
    this.world.words.forEach(({first}, slot) => {
      this.state[this.firstWord + slot] = first;
    });
  }

  // ---- looking

  automaton(actor: number): Automaton {
    return this.world.automata[actor];
  }
  local(actor: number): Local {
    return this.world.automata[actor].locals[this.state[actor]];
  }
  status(actor: number): number {
    return this.state[this.actors + actor] & STATUS;
  }
  word(slot: number): number {
    return this.state[this.firstWord + slot];
  }
  /** The thread that holds the lock, or -1. */
  get holder(): number {
    return this.state[this.remembered + HOLDER] - 1;
  }
  /** What thread `actor` does next in its script, or null at its end. */
  action(actor: number): Code | null {
    return this.scripts[actor][(this.state[this.actors + actor] & SCRIPT_MASK) >> SCRIPT_SHIFT] ?? null;
  }
  /** Whether `actor` has begun, has not ended, does not hold the lock and is not away in a blocking call. */
  wants(actor: number): boolean {
    const status = this.status(actor);
    if (status === ABSENT || status === NEW || status === ENDED || this.holder === actor) return false;
    return this.local(actor).step?.op !== Op.block;
  }

  /** Whether `actor` can perform its step now, neither by a time-out nor by chance. */
  isEnabled(actor: number): boolean {
    const status = this.status(actor);
    if (status === NEW) return true;
    if (status === WOKEN || status === LATE) return this.word(this.local(actor).other) === 0;
    if (status !== READY) return false;
    const {step, at} = this.local(actor);
    if (step!.op === Op.lock) return this.word(at) === 0;
    return step!.op !== Op.take || this.word(at) > 0;
  }

  /** Whether what `actor` can do now happens by itself: neither a device nor the world outside must act first. */
  private isOwn(actor: number): boolean {
    if (actor === this.world.signal && this.status(actor) === NEW) return false;
    if (this.status(actor) !== READY) return true;
    const {op} = this.local(actor).step!;
    if (op === Op.sleep) return false;
    return op !== Op.block || (this.state[this.actors + actor] & DEVICE) === 0;
  }

  /** Fills `choices` with all that may happen next. Answers the property that this state violates, or -1. */
  look(choices: Choice[]): number {
    choices.length = 0;
    const last = this.state[this.remembered + LAST] - 1;
    const bound = last >= 0 && this.state[this.remembered + PREEMPTIONS] >= this.rules.preemptions;
    const forced = bound && this.isEnabled(last) && this.isOwn(last);
    let own = false;
    for (let actor = 0; actor < this.actors; actor++) {
      if (!this.isEnabled(actor)) continue;
      own ||= this.isOwn(actor);
      if (!forced || actor === last) this.addChoices(actor, choices);
    }
    if (!forced) this.addWakings(choices);
    return own ? -1 : this.quiescent(choices.length);
  }

  private addChoices(actor: number, choices: Choice[]): void {
    if (this.status(actor) === READY) {
      const {step, at} = this.local(actor);
      if (step!.op === Op.signal && this.addWoken(actor, this.word(at), choices)) return;
      if (step!.op === Op.clock) {
        for (const how of readings(step!.a, this.deadlines.moments(this.state), this.word(at) !== 0))
          choices.push(actor * 16 + how);
        return;
      }
      if (step!.op === Op.attempt) choices.push(actor * 16 + READY_AT_ONCE);
    }
    choices.push(actor * 16);
  }

  /** A signal to several sleepers may wake any one of them. */
  private addWoken(actor: number, sleepers: number, choices: Choice[]): boolean {
    if ((sleepers & (sleepers - 1)) === 0) return false;
    for (let other = 0; other < this.actors; other++)
      if ((sleepers >> other) & 1) choices.push(actor * 16 + 1 + other);
    return true;
  }

  private addWakings(choices: Choice[]): void {
    for (let actor = 0; actor < this.actors; actor++) {
      if (this.status(actor) !== ASLEEP) continue;
      const timed = this.local(actor).step!.a !== Number.POSITIVE_INFINITY;
      if (timed && this.state[this.remembered + TIMEOUTS] < this.rules.timeouts)
        choices.push(actor * 16 + TIMEOUT);
      if (this.rules.spurious) choices.push(actor * 16 + SPURIOUS);
    }
  }

  /** No thread can go on by itself: they have ended, or are away, or something is wrong. */
  private quiescent(others: number): number {
    let stuck = false;
    let ended = true;
    for (let actor = 0; actor < this.world.visitor; actor++) {
      const status = this.status(actor);
      if (status === ENDED || (actor === this.world.signal && status !== READY)) continue;
      ended = false;
      const away = status === READY && !this.isOwn(actor);
      if (!away && status !== ABSENT) stuck = true;
    }
    if (ended) return this.violationAtEnd();
    if (!stuck) return -1;
    if (others === 0) return DEADLOCK;
    return this.polls ? -1 : STALL;
  }

  /** All have ended: nothing may be left over, and a new thread must get the lock. Leaves the state as it was. */
  private violationAtEnd(): number {
    if (this.status(this.world.visitor) !== ABSENT) return -1;
    if (this.holder >= 0) return CLEAN;
    for (const [slot, {kind, first}] of this.world.words.entries()) {
      const value = this.word(slot);
      if ((kind === "mutex" || kind === "condition") && value !== 0) return CLEAN;
      if (kind === "semaphore" && value !== first) return CLEAN;
    }
    if ((this.word(this.world.breaker) & BREAK_DROP) !== 0) return CLEAN;
    return this.canVisit() ? -1 : CLEAN;
  }

  /** Whether a new thread can take the lock, run and end, all by itself. */
  private canVisit(): boolean {
    const {state, onNote} = this;
    const {visitor} = this.world;
    const before = state.slice();
    this.onNote = null;
    this.violated = -1;
    state[this.actors + visitor] = NEW;
    for (let steps = 0; steps < VISIT_STEPS_MAX && this.isEnabled(visitor) && this.violated < 0; steps++)
      this.apply(visitor * 16);
    const ended = this.status(visitor) === ENDED && this.violated < 0;
    state.set(before);
    this.violated = -1;
    this.onNote = onNote;
    return ended;
  }

  // ---- acting

  /** Lets `choice` happen. It must be one that `look` gave for this state. */
  apply(choice: Choice): void {
    const actor = choice >> 4;
    const how = choice & 15;
    this.violated = -1;
    this.entered = -1;
    this.usedTime = this.passedDeadline = false;
    this.actor = actor;
    if (this.rules.preemptions !== Number.POSITIVE_INFINITY) this.countPreemption(actor);
    switch (this.status(actor)) {
      case NEW:
        this.resume(actor, 0);
        break;
      case ASLEEP:
        this.wake(actor, how === TIMEOUT ? LATE : WOKEN);
        if (how === TIMEOUT && this.rules.timeouts !== Number.POSITIVE_INFINITY)
          this.state[this.remembered + TIMEOUTS]++;
        break;
      case WOKEN:
        this.setWord(this.local(actor).other, actor + 1);
        this.resume(actor, 0);
        break;
      case LATE:
        this.setWord(this.local(actor).other, actor + 1);
        this.resume(actor, TIMED_OUT);
        break;
      default:
        this.perform(actor, how);
    }
  }

  private countPreemption(actor: number): void {
    const at = this.remembered;
    const last = this.state[at + LAST] - 1;
    if (last >= 0 && last !== actor && this.isEnabled(last) && this.isOwn(last))
      this.state[at + PREEMPTIONS]++;
    this.state[at + LAST] = actor + 1;
  }

  private setStatus(actor: number, status: number): void {
    const at = this.actors + actor;
    this.state[at] = (this.state[at] & ~STATUS) | status;
  }
  private setWord(slot: number, value: number): void {
    this.state[this.firstWord + slot] = value;
  }

  /** Ends the sleep of `actor`. */
  private wake(actor: number, status: number): void {
    const {at} = this.local(actor);
    this.setWord(at, this.word(at) & ~(1 << actor));
    this.setStatus(actor, status);
  }

  private resume(actor: number, answer: number): void {
    const local = this.automaton(actor).resume(this.local(actor), answer, this);
    this.state[actor] = local.id;
    this.setStatus(actor, local.step === null ? ENDED : READY);
    if (local.step === null) this.ended(actor);
    if (local.step?.op === Op.take && this.word(local.at) === 0) this.state[this.actors + actor] |= WAITED;
    if (local.reads.length + local.writes.length > 0) this.checkRaces(actor, local);
  }

  private ended(actor: number): void {
    if (this.holder === actor) this.violate(EXCLUSION);
    const {deadlines} = this.world;
    for (let i = actor; i < deadlines.length; i += this.actors)
      this.deadlines.clear(this.state, this.firstWord + deadlines[i]);
  }

  private violate(property: number): void {
    if (this.violated < 0) this.violated = property;
  }

  /** Performs the step that `actor` stands before. */
  private perform(actor: number, how: number): void {
    const {op} = this.local(actor).step!;
    if (op === Op.wait) this.sleep(actor);
    else if (op === Op.compute) this.compute(actor);
    else this.resume(actor, this.answer(actor, how));
  }

  /** Performs a step that is over at once. Answers its answer. */
  private answer(actor: number, how: number): number {
    const {step, at} = this.local(actor);
    const value = at >= 0 ? this.word(at) : 0;
    switch (step!.op) {
      case Op.unlock:
        if (value !== actor + 1) this.violate(MUTEXES);
        this.setWord(at, 0);
        return 0;
      case Op.lock:
        this.setWord(at, actor + 1);
        return 0;
      case Op.signal:
        if (value !== 0) this.wake(how > 0 ? how - 1 : 31 - Math.clz32(value), WOKEN);
        return 0;
      case Op.broadcast:
        for (let other = 0; other < this.actors; other++) if ((value >> other) & 1) this.wake(other, WOKEN);
        return 0;
      case Op.block:
        this.state[this.actors + actor] &= ~DEVICE;
        return 0;
      case Op.sleep:
        return 0;
      case Op.attempt:
        if (this.holder !== actor) this.violate(EXCLUSION);
        if (how !== READY_AT_ONCE) return NOT_READY;
        this.state[this.actors + actor] = (this.state[this.actors + actor] & ~DEVICE) | WENT_ON;
        return 0;
      case Op.clock:
        return this.readClock(reading(how), step!.a);
      default:
        this.setWord(at, this.changed(step!, value));
        return value;
    }
  }

  private readClock({most, moved, passed}: Reading, most_us: number): number {
    if (moved) this.setWord(this.world.clock, 1);
    this.deadlines.pass(this.state, passed);
    this.usedTime = most;
    this.passedDeadline = passed > 0;
    return most ? most_us : 0;
  }

  /** What becomes of a word or semaphore that holds `old`. */
  private changed({op, a, b}: Step, old: number): number {
    switch (op) {
      case Op.post:
        return old + 1;
      case Op.take:
        return old - 1;
      case Op.store:
      case Op.exchange:
        return a | 0;
      case Op.add:
        return this.counted(old, (old + a) | 0);
      case Op.or:
        return old | a;
      case Op.and:
        return old & a;
      case Op.compareExchange:
        return old === a ? b | 0 : old;
      default:
        return old;
    }
  }

  /** A counter goes round, where the rules want it. */
  private counted(old: number, value: number): number {
    return value === old + 1 && value >= this.rules.counters ? 0 : value;
  }

  private sleep(actor: number): void {
    const {at, other} = this.local(actor);
    if (this.word(other) !== actor + 1) this.violate(MUTEXES);
    this.setWord(other, 0);
    this.setWord(at, this.word(at) | (1 << actor));
    this.setStatus(actor, ASLEEP);
  }

  /** The scripted interpreter: Python runs to where it must stop, or to the next action. */
  private compute(actor: number): void {
    if (this.holder !== actor) this.violate(EXCLUSION);
    const mode = this.actors + actor;
    if ((this.state[mode] & ASKED) !== 0) this.violate(DROP);
    if ((this.state[mode] & SIGNALLED) !== 0) this.violate(SIGNALS);
    if ((this.state[mode] & WENT_ON) !== 0) {
      this.state[mode] &= ~WENT_ON;
      this.reachSafePoint(actor);
      return;
    }
    const action = this.action(actor);
    if (action === null) this.resume(actor, STOP_END);
    else this.act(actor, action);
  }

  private act(actor: number, action: Code): void {
    const mode = this.actors + actor;
    const next = action.what === AGAIN ? 0 : this.state[mode] + (1 << SCRIPT_SHIFT);
    this.state[mode] = (this.state[mode] & ~SCRIPT_MASK) | (next & SCRIPT_MASK);
    if (action.what === COMPUTE) this.reachSafePoint(actor);
    else if (action.what === START) this.setStatus(action.thread, NEW);
    else if (action.what === YIELD || action.what === BLOCK) {
      if (action.what === BLOCK) this.state[mode] |= DEVICE;
      this.resume(actor, STOP_BLOCK);
    }
  }

  private reachSafePoint(actor: number): void {
    const breaker = this.word(this.world.breaker) & this.heeded[actor === 0 ? 0 : 1];
    if ((breaker & BREAK_DROP) !== 0) this.state[this.actors + actor] |= ASKED;
    const told = this.status(this.world.signal) === ENDED && this.word(this.world.pending) !== 0;
    if (actor === 0 && told) this.state[this.actors] |= SIGNALLED;
    if (breaker !== 0) this.resume(actor, STOP_BREAKER);
    else if (this.ticking) {
      this.setWord(this.world.ticks[actor], -1);
      this.resume(actor, STOP_FUEL);
    }
  }

  /**
   * Two threads touch a cell at once if one does so while the other, having touched it, has not performed a step since:
   * any order between the two needs such a step. As every interleaving is tried, no race is missed.
   */
  private checkRaces(actor: number, {reads, writes}: Local): void {
    for (let other = 0; other < this.actors; other++) {
      const status = this.status(other);
      if (other === actor || (status !== READY && status !== ENDED)) continue;
      const theirs = this.local(other);
      if (meet(writes, theirs.writes) || meet(writes, theirs.reads) || meet(reads, theirs.writes))
        this.violate(RACE);
    }
  }

  // ---- what the acting thread does between two steps

  read(slot: number): number {
    return this.state[this.firstWord + slot];
  }
  write(slot: number, value: number): void {
    const at = this.firstWord + slot;
    if (this.world.words[slot].kind === "deadline") {
      this.deadlines.set(this.state, at, this.word(this.world.clock) !== 0);
      this.setWord(this.world.clock, 0);
    } else this.state[at] = this.counted(this.state[at], value);
  }
  note(event: number): void {
    const {actor} = this;
    const mode = this.actors + actor;
    if (event === ACQUIRE) this.enter(actor);
    else if (event === RELEASE) this.leave(actor);
    else if (event === WAIT) this.state[mode] |= WAITED;
    else if (event === SIGNAL) this.state[mode] &= ~SIGNALLED;
    this.onNote?.(actor, event);
  }

  private enter(actor: number): void {
    const at = this.remembered;
    if (this.state[at + HOLDER] !== 0) this.violate(EXCLUSION);
    if (this.state[at + HONOUR] === actor + 1) this.violate(DROP);
    this.state[at + HOLDER] = actor + 1;
    this.state[at + HONOUR] = 0;
    this.state[this.actors + actor] &= ~WAITED;
    this.entered = actor;
  }

  private leave(actor: number): void {
    const at = this.remembered;
    if (this.state[at + HOLDER] !== actor + 1) this.violate(EXCLUSION);
    this.state[at + HOLDER] = 0;
    this.state[this.actors + actor] &= ~ASKED;
    if ((this.breaks & BREAK_DROP & this.word(this.world.breaker)) === 0) return;
    for (let other = 0; other < this.actors; other++)
      if (other !== actor && (this.state[this.actors + other] & WAITED) !== 0)
        this.state[at + HONOUR] = actor + 1;
  }
}

function meet(some: readonly number[], others: readonly number[]): boolean {
  for (const slot of some) if (others.includes(slot)) return true;
  return false;
}
