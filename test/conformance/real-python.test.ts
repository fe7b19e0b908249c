// A real Python must agree with every script: what the suite asks of Convoy is Python's behaviour, not ours.
import {describe, it} from "vitest";
import {
  commandLine,
  findPython,
  findPython2,
  judges,
  limit,
  listScripts,
  python,
  runScript
} from "./scripts.ts";

const twoAtATime = limit(2);

for (const real of [findPython(), findPython2()]) {
  if (!real) continue;
  const interpreter = python(real.path);
  describe(`conformance scripts on CPython ${real.version}`, () => {
    for (const script of listScripts().filter((script) => judges(real, script))) {
      it.concurrent(script.name, {timeout: 240_000}, async () => {
        const found = await twoAtATime(() => runScript(interpreter, script));
        if (found.length)
          throw new Error([...found, `reproduce: ${commandLine(interpreter, script)}`].join("\n"));
      });
    }
  });
}

if (!findPython())
  it.skip("no CPython 3.11 or later was found: set CONVOY_PYTHON to the path of one", () => {});
