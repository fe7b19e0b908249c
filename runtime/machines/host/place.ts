import type {Place} from "../../designs/design.ts";
import {
  BREAKER,
  CHECK_INTERVAL,
  DESIGN,
  DESIGN_WORDS,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  SWITCH_INTERVAL_US,
  THREAD_ID,
  THREAD_PRIORITY
} from "../../objects/layout.ts";
import type {Event} from "../../trace/events.ts";
import type {Parking} from "./parking.ts";
import {Cell, HostRegion, Word} from "./steps.ts";

/** What `hostPlace` needs of the thread that it is for. */
export interface Party {
  memory: Int32Array;
  parking: Parking;
  /** True in the one thread that writes the first values of the design's words. */
  initialise: boolean;
  note(t: number, event: Event): void;
  handleSignals(t: number): boolean;
}

/** Where a design stands in the shared memory, as one worker (or the supervisor) sees it. */
export function hostPlace({memory, parking, initialise, note, handleSignals}: Party): Place {
  const region = new HostRegion({memory, start: DESIGN, words: DESIGN_WORDS, initialise}, parking, note);
  const isMain = (t: number) => memory[t + THREAD_ID] === 0;
  const signalPending = () => (memory[SIGNALS_LOW] | memory[SIGNALS_HIGH]) !== 0;
  return {
    region,
    breaker: new Word(region, "breaker", 0, BREAKER) as unknown as Place["breaker"],
    switchInterval_us: new Cell(region, "switch_interval", 0, SWITCH_INTERVAL_US),
    checkInterval: new Cell(region, "check_interval", 0, CHECK_INTERVAL),
    signalPending,
    isMain,
    priorityOf: (t) => memory[t + THREAD_PRIORITY],
    handleSignals: (t) => signalPending() && isMain(t) && handleSignals(t),
    note
  };
}
