import {backport27} from "./backport-2.7.ts";
import {bfs} from "./bfs.ts";
import type {Descriptor} from "./design.ts";
import {fair} from "./fair.ts";
import {holy} from "./holy.ts";
import {interactive} from "./interactive.ts";
import {levels} from "./levels.ts";
import {interactiveNoRelease, noReleaseWhenReady, priorityNoRelease} from "./no-release-when-ready.ts";
import {priority} from "./priority.ts";
import {pypy} from "./pypy.ts";
import {roundRobin} from "./roundrobin.ts";
import {tick} from "./tick.ts";
import {tickCondition} from "./tick-condition.ts";
import {timeout} from "./timeout.ts";
import {timeoutBefore39} from "./timeout-before-3.9.ts";
import {timeoutWithPriorityRequests} from "./timeout-with-priority-requests.ts";
import {timeoutWithoutForcedSwitching} from "./timeout-without-forced-switching.ts";
import {turns} from "./turns.ts";

export {type Descriptor, type Design, heeded, type Place} from "./design.ts";

/** The lock designs, oldest first. A new one is a file in this folder and a line here. */
export const designs: readonly Descriptor[] = [
  tick,
  tickCondition,
  timeout,
  timeoutBefore39,
  timeoutWithoutForcedSwitching,
  timeoutWithPriorityRequests,
  backport27,
  priority,
  interactive,
  bfs,
  noReleaseWhenReady,
  priorityNoRelease,
  interactiveNoRelease,
  roundRobin,
  levels,
  fair,
  holy,
  pypy,
  turns
];

/** @throws if no design has this name; the error lists those that exist, the nearest name first */
export function findDesign(name: string): Descriptor {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  const names = designs.map((design) => design.name);
  const nearest = names.reduce((best, one) => (distance(name, one) < distance(name, best) ? one : best));
  const others = names.filter((one) => one !== nearest);
  throw new Error(`unknown design: ${name}; known designs: ${[nearest, ...others].join(", ")}`);
}

/** How many letters must be put in, left out or changed to make `b` of `a` (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
  }
  return row[b.length];
}
