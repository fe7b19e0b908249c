// A real Python must agree with every script: what the suite asks of Convoy is Python's behaviour, not ours.
import {describe, it} from "vitest";
import {holdsFor} from "./expectations.ts";
import {commandLine, findPython, limit, listScripts, python, runScript} from "./scripts.ts";

const real = findPython();
const twoAtATime = limit(2);

describe.skipIf(!real)(`conformance scripts on CPython ${real?.version}`, () => {
  for (const script of listScripts()) {
    const agrees = real !== null && holdsFor(script.expected, real.version);
    (agrees ? it.concurrent : it.skip)(script.name, {timeout: 120_000}, async () => {
      const interpreter = python(real!.path);
      const found = await twoAtATime(() => runScript(interpreter, script));
      if (found.length)
        throw new Error([...found, `reproduce: ${commandLine(interpreter, script)}`].join("\n"));
    });
  }
});

if (!real) it.skip("no CPython 3.11 or later was found: set CONVOY_PYTHON to the path of one", () => {});
