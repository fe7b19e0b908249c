import {type Command, parse, wholeNumber} from "./command.ts";
import {loaders} from "./loaders.ts";

const help = `convoy data [OPTIONS] [EXPERIMENT...]

Measures the named experiments, or all, where their datasets are missing or stale, and says where each dataset is.

  --full       the repetitions that a publication needs
  --record     into data/runs, to be committed, in place of data/local
  --force      measure again what is fresh
  --machine M  host, native (the newest CPython with each lock) or native:NAME, with a name from
               convoy interpreters, or native:all; may be given more than once (default host and native)
  --seed N     seed of the order of measurements (default 1)

For example:

  convoy data contention --force
`;

export const command: Command = {
  help,
  async run(args) {
    const {values, positionals} = parse(
      "data",
      args,
      {
        full: {type: "boolean"},
        record: {type: "boolean"},
        force: {type: "boolean"},
        machine: {type: "string", multiple: true},
        seed: {type: "string"}
      },
      true
    );
    const {data, RECORDED} = await loaders();
    const folders = await data(positionals, {
      setting: values.full ? "full" : "quick",
      folder: values.record ? RECORDED : undefined,
      force: values.force,
      machines: values.machine,
      seed: wholeNumber("seed", values.seed, 0) ?? 1
    });
    process.stdout.write(folders.map((folder) => `${folder}\n`).join(""));
    return 0;
  }
};
