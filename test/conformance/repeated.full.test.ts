// The scripts with threads, signals, time or the network, again and again under each design, on all cores and on one.
import {describe, it} from "vitest";
import {designs} from "../../runtime/designs/index.ts";
import {commandLine, convoy, limit, listScripts, runScript} from "./scripts.ts";

const REPETITIONS = 2;
const threeAtATime = limit(3);
const scripts = listScripts().filter(
  ({name, expected}) => expected.requires.length > 0 || /^(time|os|destruction)\//.test(name)
);
/** Only Linux pins. */
const placings = process.platform === "linux" ? [[], ["--cores", "1"]] : [[]];

for (const design of designs) {
  for (const placing of placings) {
    describe(`scripts under ${[design.name, ...placing].join(" ")}, ${REPETITIONS} times`, () => {
      const {command, limit_s} = convoy(design.name);
      const interpreter = {command: [...command, ...placing], limit_s: 2 * limit_s};
      for (const script of scripts) {
        if (!design.interruptibleLocks && script.expected.requires.includes("lock-interrupts")) continue;
        it.concurrent(script.name, {timeout: 600_000}, async () => {
          for (let i = 1; i <= REPETITIONS; ++i) {
            const found = await threeAtATime(() => runScript(interpreter, script));
            if (found.length === 0) continue;
            const reproduce = `reproduce: ${commandLine(interpreter, script)}`;
            throw new Error([`time ${i}`, ...found, reproduce].join("\n"));
          }
        });
      }
    });
  }
}
