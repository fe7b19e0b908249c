// Convoy must behave as every script says, and leave a consistent heap.
import {existsSync} from "node:fs";
import {describe, it} from "vitest";
import {designs} from "../../runtime/designs/index.ts";
import {CONVOY, commandLine, convoy, limit, listScripts, runScript} from "./scripts.ts";

const twoAtATime = limit(2);

describe.skipIf(!existsSync(CONVOY)).each(designs)("conformance scripts on Convoy under $name", (design) => {
  const interpreter = convoy(design.name);
  for (const script of listScripts()) {
    // What does not depend on the lock is not tried under each.
    if (design.name !== "timeout" && !/^(signal|py2)\//.test(script.name)) continue;
    if (!design.interruptibleLocks && script.expected.requires.includes("lock-interrupts")) continue;
    it.concurrent(script.name, {timeout: 240_000}, async () => {
      const found = await twoAtATime(() => runScript(interpreter, script));
      if (found.length)
        throw new Error([...found, `reproduce: ${commandLine(interpreter, script)}`].join("\n"));
    });
  }
});

it("finds the command", () => {
  if (!existsSync(CONVOY)) throw new Error(`missing command: ${CONVOY} (run npm run build)`);
});
