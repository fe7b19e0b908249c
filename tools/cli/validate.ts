import {type Command, parse, UsageError} from "./command.ts";
import {loaders} from "./loaders.ts";

const help = `convoy validate [OPTIONS] [EXPERIMENT...]

Compares what the simulated machine predicts with what real interpreters do here: measures what things cost with each (into
data/profiles), then the named experiments, or all, on both (into data/validity). Takes about a quarter of an hour.

  --interpreter NAME  a name from convoy interpreters; may be given more than once (default: the newest CPython
                      with each lock)
  --keep-profiles     predict from the profiles that are there
  --seconds N         about how long each calibration takes (default 20)

For example:

  convoy validate --interpreter cpython-3.11.7 io-priority
`;

export const command: Command = {
  help,
  async run(args) {
    const {values, positionals} = parse(
      "validate",
      args,
      {
        interpreter: {type: "string", multiple: true},
        "keep-profiles": {type: "boolean"},
        seconds: {type: "string"}
      },
      true
    );
    const seconds = Number(values.seconds ?? 20);
    if (!(seconds >= 1 && seconds <= 600))
      throw new UsageError(`invalid number of seconds: ${values.seconds}; give 1 to 600`);
    const {validate} = await loaders();
    const folders = await validate(positionals, {
      interpreters: values.interpreter,
      keepProfiles: values["keep-profiles"],
      seconds
    });
    process.stdout.write(folders.map((folder) => `${folder}\n`).join(""));
    return 0;
  }
};
