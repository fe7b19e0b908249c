import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  UsageError,
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/validate.ts
var help = `convoy validate [OPTIONS] [EXPERIMENT...]

Compares what the simulated machine predicts with what real interpreters do here, in three parts:

  calibrate  measures what things cost with each interpreter (into data/profiles)
  measure    measures the named experiments, or all, with them (into data/validity/native)
  predict    predicts the same from the profiles alone (into data/validity/simulated); gives the same on every computer

Takes about a quarter of an hour for two interpreters. The first two parts want a computer that does nothing else.

  --interpreter NAME  a name from convoy interpreters; may be given more than once (default: the newest CPython
                      with each lock; to predict, all that have a profile)
  --only PART         calibrate, measure or predict; may be given more than once (default: all)
  --seconds N         about how long each calibration takes (default 20)

For example:

  convoy validate --interpreter cpython-3.11.7 io-priority
  convoy validate --only predict
`;
var command = {
  help,
  async run(args) {
    const { values, positionals } = parse(
      "validate",
      args,
      {
        interpreter: { type: "string", multiple: true },
        only: { type: "string", multiple: true },
        seconds: { type: "string" }
      },
      true
    );
    const seconds = Number(values.seconds ?? 20);
    if (!(seconds >= 1 && seconds <= 600))
      throw new UsageError(`invalid number of seconds: ${values.seconds}; give 1 to 600`);
    const { PARTS, validate } = await loaders();
    const unknown = values.only?.find((part) => !PARTS.includes(part));
    if (unknown !== void 0)
      throw new UsageError(`unknown part: ${unknown}; there are ${PARTS.join(", ")}`);
    const made = await validate(positionals, {
      interpreters: values.interpreter,
      parts: values.only,
      seconds
    });
    process.stdout.write(made.map((path) => `${path}
`).join(""));
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=validate-VJZ2RHX6.js.map
