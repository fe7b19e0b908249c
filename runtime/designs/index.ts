import {backport27} from "./backport-2.7.ts";
import {bfs} from "./bfs.ts";
import type {Descriptor} from "./design.ts";
import {fair} from "./fair.ts";
import {holy} from "./holy.ts";
import {interactive} from "./interactive.ts";
import {levels} from "./levels.ts";
import {priority} from "./priority.ts";
import {pypy} from "./pypy.ts";
import {roundRobin} from "./roundrobin.ts";
import {tick} from "./tick.ts";
import {tickCondition} from "./tick-condition.ts";
import {timeout} from "./timeout.ts";
import {timeoutWithPriorityRequests} from "./timeout-with-priority-requests.ts";
import {timeoutWithoutForcedSwitching} from "./timeout-without-forced-switching.ts";

export type {Descriptor, Design, Place} from "./design.ts";

/** The lock designs, oldest first. A new one is a file in this folder and a line here. */
export const designs: readonly Descriptor[] = [
  tick,
  tickCondition,
  timeout,
  timeoutWithoutForcedSwitching,
  timeoutWithPriorityRequests,
  backport27,
  priority,
  interactive,
  bfs,
  roundRobin,
  levels,
  fair,
  holy,
  pypy
];

/** @throws if no design has this name; the error lists those that exist */
export function findDesign(name: string): Descriptor {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  throw new Error(
    `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}`
  );
}
