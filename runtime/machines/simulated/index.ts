/** The simulated machine as one module for Node and browsers. The build emits it as build/simulated.js. */
import {instantiate} from "convoy:charged-runtime";
import {type SimulateOptions, type SimulateResult, simulateWith} from "./simulate.ts";

export {designs} from "../../designs/index.ts";
export * from "../../designs/vocabulary.ts";
export {COSTS} from "./costs.ts";
export {defaultProfile} from "./default-profile.ts";
export {checkProfile, PROFILE_FORMAT, type Profile} from "./profile.ts";
export {findScheduler, schedulers} from "./schedulers/index.ts";
export type {SimulateOptions, SimulateResult} from "./simulate.ts";

/** As `simulateWith`, with the runtime that this module contains. */
export const simulate = (options: SimulateOptions): SimulateResult => simulateWith(instantiate, options);
