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

/** @throws if no design has this name; the error lists those that exist */
export function findDesign(name: string): Descriptor {
  const found = designs.find((design) => design.name === name);
  if (found) return found;
  throw new Error(
    `unknown design: ${name}; known designs: ${designs.map((design) => design.name).join(", ")}`
  );
}
