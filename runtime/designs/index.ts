import type {Descriptor} from "./design.ts";
import {tick} from "./tick.ts";
import {tickCondition} from "./tick-condition.ts";
import {timeout} from "./timeout.ts";

export type {Descriptor, Design, Place} from "./design.ts";

/** The lock designs, oldest first. A new one is a file in this folder and a line here. */
export const designs: readonly Descriptor[] = [tick, tickCondition, timeout];

/** @throws if no design has this name; the error lists those that exist */
export function findDesign(name: string): Descriptor {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  throw new Error(
    `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}`
  );
}
