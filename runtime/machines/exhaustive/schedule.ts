/**
 * A schedule as text: `DESIGN:SCENARIO:CHOICES`, with `+spurious` behind the scenario where waits may end by themselves. A
 * choice is the number of the actor that moves (the signal comes after the threads) and, where that leaves open what
 * happens, a letter: `t` its time-out fires, `w` it wakes by itself, `r` its call need not wait, and `A`, `B`, ... for whom its signal wakes, thread 0,
 * 1, ... Where it reads the clock: `l` all the time has passed that the reading may say, `m` a moment, and `A`, `B`, ... which
 * deadlines pass (as the numbers of `time.ts`). Choices in brackets at the end can be made again and again for ever.
 */
import {type Choice, READY_AT_ONCE, SPURIOUS, TIMEOUT} from "./machine.ts";
import {A_MOMENT, THE_MOST} from "./time.ts";

export interface Schedule {
  design: string;
  scenario: string;
  spurious: boolean;
  choices: Choice[];
  /** A cycle that may follow them. Default: none. */
  loop?: Choice[];
}

const LETTERS: Record<string, number> = {t: TIMEOUT, w: SPURIOUS, r: READY_AT_ONCE, l: THE_MOST, m: A_MOMENT};
const A = "A".charCodeAt(0);

/** One choice as text, such as `1t`. */
export function encodeChoice(choice: Choice): string {
  const how = choice & 15;
  const letter = Object.keys(LETTERS).find((key) => LETTERS[key] === how);
  return `${choice >> 4}${letter ?? (how === 0 ? "" : String.fromCharCode(A + how - 1))}`;
}

/** @returns the schedule as one word without spaces */
export function encodeSchedule({design, scenario, spurious, choices, loop = []}: Schedule): string {
  const again = loop.length === 0 ? "" : `(${loop.map(encodeChoice).join("")})`;
  return `${design}:${scenario}${spurious ? "+spurious" : ""}:${choices.map(encodeChoice).join("")}${again}`;
}

/** @throws if the text is no schedule */
export function decodeSchedule(text: string): Schedule {
  const match = /^([^:]+):([^:+]+)(\+spurious)?:((?:\d[twrlmA-J]?)*)(?:\(((?:\d[twrlmA-J]?)+)\))?$/.exec(
    text.trim()
  );
  if (!match)
    throw new Error(`invalid schedule: ${text}; give DESIGN:SCENARIO:CHOICES, as convoy check prints it`);
  const [, design, scenario, spurious, choices, loop] = match;
  const found: Schedule = {
    design,
    scenario,
    spurious: spurious !== undefined,
    choices: decodeChoices(choices)
  };
  return loop === undefined ? found : {...found, loop: decodeChoices(loop)};
}

function decodeChoices(text: string): Choice[] {
  return (text.match(/\d[twrlmA-J]?/g) ?? []).map((choice) => {
    const letter = choice[1];
    const how = letter === undefined ? 0 : (LETTERS[letter] ?? letter.charCodeAt(0) - A + 1);
    return Number(choice[0]) * 16 + how;
  });
}
