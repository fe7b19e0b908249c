/** A schedule in words: what each thread does, one after another. */
import type {Descriptor} from "../../designs/design.ts";
import {
  ACQUIRE,
  BLOCK,
  type Event,
  eventNames,
  RELEASE,
  REQUEST,
  SIGNAL,
  UNBLOCK,
  VAIN,
  WAIT
} from "../../trace/events.ts";
import {Op} from "../steps.ts";
import {ASLEEP, ENDED, LATE, Machine, NEW, READY_AT_ONCE, RULES, TIMEOUT, WOKEN} from "./machine.ts";
import {properties} from "./properties.ts";
import {encodeChoice, type Schedule} from "./schedule.ts";
import {AGAIN, COMPUTE, type Code, type Scenario, START} from "./script.ts";
import {type Reading, reading} from "./time.ts";
import {addressOf} from "./world.ts";

/** One choice, performed. */
export interface Row {
  /** Number of the actor; the signal's is the number of threads. */
  actor: number;
  /** What it did, such as "locks mutex". */
  text: string;
  /** Where that stands in the source, such as "timeout.ts:40". */
  place: string;
  /** What it did to the interpreter lock, such as "has the lock". */
  events: string[];
  /** The same as a trace names it, such as "acquire". */
  traced: string[];
  /** Thread that holds the lock afterwards, or -1. */
  holder: number;
  /** The choice as in a schedule's text. */
  choice: string;
}

export interface Timeline {
  threads: number;
  signal: boolean;
  rows: Row[];
  /** The first row of those that can follow again and again for ever, or null. */
  again: number | null;
  /** Name of the property that the last row, or the state after it, violates; null: none. */
  violated: string | null;
  /** Who cannot go on at the end, and why. */
  waiting: string[];
}

const EVENTS: Partial<Record<Event, string>> = {
  [ACQUIRE]: "has the lock",
  [RELEASE]: "gives the lock back",
  [WAIT]: "must wait for the lock",
  [VAIN]: "woken in vain",
  [REQUEST]: "asks for the lock",
  [BLOCK]: "blocks",
  [UNBLOCK]: "is back",
  [SIGNAL]: "runs the signal's handler"
};

const VERBS: Record<number, string> = {
  [Op.lock]: "locks",
  [Op.unlock]: "unlocks",
  [Op.wait]: "waits on",
  [Op.signal]: "signals",
  [Op.broadcast]: "wakes all of",
  [Op.post]: "posts",
  [Op.take]: "takes",
  [Op.load]: "reads",
  [Op.store]: "sets",
  [Op.add]: "adds to",
  [Op.exchange]: "exchanges",
  [Op.compareExchange]: "compares and exchanges",
  [Op.or]: "sets bits of",
  [Op.and]: "clears bits of",
  [Op.clock]: "reads",
  [Op.spin]: "spins on",
  [Op.attempt]: "tries its blocking call",
  [Op.sleep]: "sleeps",
  [Op.block]: "ends its blocking call"
};

/**
 * Performs a schedule. For programs without end give the `counters` that they were explored with.
 * @throws if a choice is not possible where it comes
 */
export function timeline(
  descriptor: Descriptor,
  scenario: Scenario,
  {choices, spurious, loop = []}: Pick<Schedule, "choices" | "spurious" | "loop">,
  counters = RULES.counters
): Timeline {
  const machine = new Machine(descriptor, scenario, {...RULES, spurious, counters});
  const rows: Row[] = [];
  const possible: number[] = [];
  let events: string[] = [];
  let traced: string[] = [];
  machine.onNote = (_actor, event) => {
    traced.push(eventNames[event]);
    const text = EVENTS[event as Event];
    if (text !== undefined) events.push(text);
  };
  machine.reset();
  let violated = machine.look(possible);
  for (const choice of [...choices, ...loop]) {
    if (!possible.includes(choice)) {
      const known = possible.map(encodeChoice).join(", ") || "none";
      throw new Error(
        `invalid schedule: choice ${rows.length + 1}, ${encodeChoice(choice)}, is not possible there; possible: ${known}`
      );
    }
    const actor = choice >> 4;
    const {place} = machine.local(actor);
    const text = describe(machine, choice);
    events = [];
    traced = [];
    machine.apply(choice);
    if (machine.status(actor) === ENDED && actor < machine.world.threads) events.push("ends");
    rows.push({actor, text, place, events, traced, holder: machine.holder, choice: encodeChoice(choice)});
    violated = machine.violated;
    if (violated >= 0) break;
    violated = machine.look(possible);
  }
  return {
    threads: machine.world.threads,
    signal: scenario.signal ?? false,
    rows,
    again: loop.length === 0 ? null : choices.length,
    violated: violated < 0 ? null : properties[violated].name,
    waiting: waiting(machine)
  };
}

/** What `choice` is about to do. */
function describe(machine: Machine, choice: number): string {
  const actor = choice >> 4;
  const how = choice & 15;
  const {step, at, other} = machine.local(actor);
  const name = (slot: number) => machine.world.words[slot].name;
  switch (machine.status(actor)) {
    case NEW:
      return actor === machine.world.signal ? "arrives" : "begins";
    case ASLEEP:
      return `${how === TIMEOUT ? "time-out" : "wakes by itself"} on ${name(at)}`;
    case WOKEN:
    case LATE:
      return `locks ${name(other)} again`;
    default: {
      const {op, a} = step!;
      const object = at >= 0 ? ` ${name(at)}` : "";
      if (op === Op.compute) return runs(machine.action(actor));
      const value = op === Op.store || op === Op.exchange ? ` to ${named(a, machine.world.threads)}` : "";
      const woken = op === Op.signal && how > 0 ? `, wakes ${how - 1}` : "";
      const passed = op === Op.clock ? told(reading(how)) : "";
      const tried = op === Op.attempt ? (how === READY_AT_ONCE ? ", which need not wait" : " in vain") : "";
      return `${VERBS[op]}${object}${value}${woken}${passed}${tried}`;
    }
  }
}

/** What a reading of the clock finds. */
function told({most, moved, passed}: Reading): string {
  const time = most ? "its time is used up" : moved ? "some time has passed" : "no time has passed";
  return `: ${time}${passed > 0 ? `, and ${passed === 1 ? "a deadline" : `${passed} deadlines`}` : ""}`;
}

function runs(action: Code | null): string {
  if (action === null) return "runs to its end";
  if (action.what === AGAIN) return "runs, and begins again";
  if (action.what === START) return `starts thread ${action.thread}`;
  return action.what === COMPUTE ? "runs to a safe point" : "runs into a blocking call";
}

/** A word's value: an address means a thread. */
function named(value: number, threads: number): string {
  for (let t = 0; t < threads; t++) if (value === addressOf(t)) return `thread ${t}`;
  return `${value}`;
}

/** Threads that have begun, have not ended and cannot move, with what they wait for. */
function waiting(machine: Machine): string[] {
  const found: string[] = [];
  for (let t = 0; t < machine.world.threads; t++) {
    const status = machine.status(t);
    const {at, other, place} = machine.local(t);
    const name = (slot: number) => (slot >= 0 ? machine.world.words[slot].name : "nothing");
    if (status === ENDED || status === NEW || machine.isEnabled(t)) continue;
    if (status === ASLEEP) found.push(`thread ${t} waits on ${name(at)} (${place})`);
    else if (status === WOKEN || status === LATE)
      found.push(`thread ${t} waits for ${name(other)} (${place})`);
    else
      found.push(at < 0 ? `thread ${t} was never started` : `thread ${t} waits for ${name(at)} (${place})`);
  }
  return found;
}

/** The timeline as text, a column for each thread, the place in the source on the right. */
export function formatTimeline({threads, signal, rows, again, violated, waiting}: Timeline): string {
  const heads = Array.from({length: threads}, (_, t) => (t === 0 ? "thread 0, main" : `thread ${t}`));
  if (signal) heads.push("signal");
  const cells = rows.map(({text, events}) => [text, ...events].join("; "));
  const widths = heads.map((head, actor) =>
    Math.max(head.length, ...rows.map((row, i) => (row.actor === actor ? cells[i].length : 0)))
  );
  const line = (number: string, columns: string[], place: string) =>
    `${number.padStart(4)}  ${columns.map((text, i) => text.padEnd(widths[i])).join("  ")}  ${place}`.trimEnd();
  const lines = [line("", heads, "")];
  rows.forEach(({actor, place}, i) => {
    if (i === again) lines.push("      for ever:");
    lines.push(
      line(
        `${i + 1}`,
        heads.map((_, t) => (t === actor ? cells[i] : "")),
        place
      )
    );
  });
  for (const text of waiting) lines.push(`      ${text}`);
  const property = properties.find(({name}) => name === violated);
  if (property) lines.push(`      violated: ${property.name} (${property.title})`);
  return `${lines.join("\n")}\n`;
}
