import {decay} from "./decay.ts";
import {eevdf} from "./eevdf.ts";
import {fair} from "./fair.ts";
import {roundRobin} from "./round-robin.ts";
import type {SchedulerDescription} from "./scheduler.ts";

export type {Scheduler, SchedulerDescription} from "./scheduler.ts";

/** The schedulers by which simulated cores are shared. */
export const schedulers: readonly SchedulerDescription[] = [eevdf, fair, decay, roundRobin];

/** @throws if no scheduler has this name; the error lists those that exist */
export function findScheduler(name: string): SchedulerDescription {
  const found = schedulers.find((scheduler) => scheduler.name === name);
  if (found) return found;
  throw new Error(
    `unknown scheduler: ${name}; known schedulers: ${schedulers.map((scheduler) => scheduler.name).join(", ")}`
  );
}
