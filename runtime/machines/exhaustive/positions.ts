/**
 * What `tools/positions-plugin.mjs` makes a generator hand out with each step: for each generator under way, the outermost
 * first, where it stands and what its local variables hold. Two threads of one design with equal positions go on alike.
 */
import type {Step} from "../steps.ts";

/** Place ("timeout.ts:41:5"), then the values of the local variables. */
export type Frame = [string, ...unknown[]];

export interface Positioned {
  step: Step;
  frames: Frame[];
}

/** @throws if the protocol was not prepared for this machine, or yields something else */
export function positioned(value: unknown): Positioned {
  const {step, frames} = (value ?? {}) as Positioned;
  if (frames === undefined)
    throw new Error("missing positions: the protocol was not compiled by tools/positions-plugin.mjs");
  if (typeof step?.op !== "number")
    throw new Error(
      `invalid step: ${String(step)} (${frames.at(-1)?.[0]}); yield a step, such as this.mutex.lock`
    );
  return {step, frames};
}

/** Turns positions into text, equal if and only if they are equal. */
export class Encoder {
  private readonly known = new Map<object, string>();

  /** Objects that never change: they count as what they are and not by what is in them. Freezes them. */
  constant(name: string, value: unknown): void {
    if (typeof value !== "object" && typeof value !== "function") return;
    if (value === null || this.known.has(value)) return;
    this.known.set(value, `<${name}>`);
    if (typeof value === "function" || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    for (const [key, member] of Object.entries(value)) this.constant(`${name}.${key}`, member);
  }

  /** Names an object that changes by the machine's doing alone. */
  opaque(name: string, value: object): void {
    this.known.set(value, `<${name}>`);
  }

  frames(frames: Frame[]): string {
    return frames.map((frame) => frame.map((value) => this.value(value, frame[0])).join(" ")).join(" / ");
  }

  step({op, at, a, b, other}: Step): string {
    return `${op} ${at} ${a} ${b} ${other}`;
  }

  private value(value: unknown, place: string): string {
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (typeof value === "string") return JSON.stringify(value);
    if (value === null || typeof value !== "object") {
      if (typeof value !== "function") return String(value);
      const name = this.known.get(value);
      if (name === undefined)
        throw new Error(`invalid local variable at ${place}: a function; make it a method`);
      return name;
    }
    const name = this.known.get(value);
    if (name !== undefined) return name;
    if (value instanceof Map || value instanceof Set) return this.value([...value], place);
    const members = Object.entries(value).map(([key, member]) => `${key}:${this.value(member, place)}`);
    return `{${members.join(",")}}`;
  }
}
