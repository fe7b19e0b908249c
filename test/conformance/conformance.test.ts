// Convoy must behave as every script says, and leave a consistent heap.
import {existsSync} from "node:fs";
import {describe, it} from "vitest";
import {CONVOY, commandLine, convoy, limit, listScripts, runScript} from "./scripts.ts";

const twoAtATime = limit(2);

describe.skipIf(!existsSync(CONVOY))("conformance scripts on Convoy", () => {
  for (const script of listScripts()) {
    it.concurrent(script.name, {timeout: 120_000}, async () => {
      const found = await twoAtATime(() => runScript(convoy, script));
      if (found.length) throw new Error([...found, `reproduce: ${commandLine(convoy, script)}`].join("\n"));
    });
  }
});

it("finds the command", () => {
  if (!existsSync(CONVOY)) throw new Error(`missing command: ${CONVOY} (run npm run build)`);
});
