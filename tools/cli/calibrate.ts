import {writeFileSync} from "node:fs";
import {findConvoy, findInterpreters, type Interpreter, namedNatives} from "../../loaders/interpreters.ts";
import {type Command, parse, UsageError} from "./command.ts";
import {checkWritable} from "./files.ts";
import {loaders} from "./loaders.ts";

const help = `convoy calibrate [--interpreter NAME] [--seconds N] [--out FILE]

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

export const command: Command = {
  help,
  async run(args) {
    const {values} = parse("calibrate", args, {
      interpreter: {type: "string"},
      design: {type: "string"},
      seconds: {type: "string"},
      out: {type: "string"}
    });
    const seconds = Number(values.seconds ?? 10);
    if (!(seconds >= 1 && seconds <= 600))
      throw new UsageError(`invalid number of seconds: ${values.seconds}; give 1 to 600`);
    checkWritable("out", values.out);
    const interpreter = await chosen(values.interpreter ?? "convoy", values.design ?? "timeout");
    const {calibrate, profileText} = await loaders();
    const say = (text: string) => process.stderr.write(`calibrating ${interpreter.name}: ${text}\n`);
    const text = profileText(await calibrate({interpreter, seconds, say}));
    if (values.out === undefined) process.stdout.write(text);
    else writeFileSync(values.out, text);
    return 0;
  }
};

async function chosen(name: string, design: string): Promise<Interpreter> {
  if (name !== "convoy") return namedNatives([name], await findInterpreters())[0];
  const convoys = await findConvoy("");
  const one = convoys.find((convoy) => convoy.design === design);
  if (one) return {...one, name: `convoy ${design}`};
  throw new UsageError(
    `unknown design: ${design}; known designs: ${convoys.map((c) => c.design).join(", ")}`
  );
}
