import {
  findConvoy,
  findInterpreters,
  namedNatives
} from "./chunk-I44PBWKV.js";
import "./chunk-5FFENWPN.js";
import {
  checkWritable
} from "./chunk-D2XXXWZR.js";
import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  UsageError,
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/calibrate.ts
import { writeFileSync } from "node:fs";
var help = `convoy calibrate [--interpreter NAME] [--seconds N] [--out FILE]

Measures what things cost on this computer: bytecodes by class, atomic operations, sleeping and waking, calls. The result is
a profile for the simulated machine, as JSON, on standard output or in FILE.

  --interpreter NAME  the Python whose bytecodes and calls are measured: a name from convoy interpreters, or
                      convoy (default)
  --design NAME       with --interpreter convoy: its lock (default timeout)
  --seconds N         about how long to measure (default 10)

For example:

  convoy calibrate --interpreter cpython-2.7.18 --out old.json
  convoy run --machine simulated --design tick --profile old.json count.py
`;
var command = {
  help,
  async run(args) {
    const { values } = parse("calibrate", args, {
      interpreter: { type: "string" },
      design: { type: "string" },
      seconds: { type: "string" },
      out: { type: "string" }
    });
    const seconds = Number(values.seconds ?? 10);
    if (!(seconds >= 1 && seconds <= 600))
      throw new UsageError(`invalid number of seconds: ${values.seconds}; give 1 to 600`);
    checkWritable("out", values.out);
    const interpreter = await chosen(values.interpreter ?? "convoy", values.design ?? "timeout");
    const { calibrate, profileText } = await loaders();
    const say = (text2) => process.stderr.write(`calibrating ${interpreter.name}: ${text2}
`);
    const text = profileText(await calibrate({ interpreter, seconds, say }));
    if (values.out === void 0) process.stdout.write(text);
    else writeFileSync(values.out, text);
    return 0;
  }
};
async function chosen(name, design) {
  if (name !== "convoy") return namedNatives([name], await findInterpreters())[0];
  const convoys = await findConvoy("");
  const one = convoys.find((convoy) => convoy.design === design);
  if (one) return { ...one, name: `convoy ${design}` };
  throw new UsageError(
    `unknown design: ${design}; known designs: ${convoys.map((c) => c.design).join(", ")}`
  );
}
export {
  command
};
//# sourceMappingURL=calibrate-VWLE5T3A.js.map
