import {type Command, parse, wholeNumber} from "./command.ts";
import {loaders} from "./loaders.ts";

const help = `convoy data [OPTIONS] [EXPERIMENT...]

Measures the named experiments where their datasets are missing or stale, and says where each dataset is; without a name
contention, io-priority and signal-latency, which take about five minutes on two cores. Two more are measured only by
name: workloads, all programs under all designs, and workloads-simulated, the same on virtual cores. An interrupted run
goes on the next time at the first missing repetition.

The name traces records the scenes of the timeline anew, on each machine of --machine host, simulated or exhaustive
(default all); the others stay as they are. Those of the host want a quiet computer.

  --full       the repetitions that a publication needs, in up to five hours
  --record     into data/runs, to be committed, in place of data/local (or of the folder that CONVOY_DATA names);
               with all repetitions of the setting, where a quick run would stop for the time
  --force      measure again what is fresh
  --repetitions N  at most N processes of each cell
  --only NAME  of workloads, this one; the dataset keeps its rows of the others; may be given more than once
  --machine M  may be given more than once (default host and native, of workloads host and native:newest):
                 host         this computer's threads, under each design
                 native       the newest CPython with each lock
                 native:NAME  a real Python; convoy interpreters shows them
                 native:newest  the newest of each minor version
                 native:all   all real Pythons
                 simulated    predictions of the interpreters that data/profiles has
  --seed N     seed of the order of measurements, of chance on simulated and of bootstrap intervals (default 1)

For example:

  convoy data contention --force
  convoy data io-priority --machine host --machine native:all
  convoy data workloads --full --only echo-tcp
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
        only: {type: "string", multiple: true},
        repetitions: {type: "string"},
        seed: {type: "string"}
      },
      true
    );
    const {data, RECORDED, TRACES, traces} = await loaders();
    const names = positionals.filter((name) => name !== TRACES);
    if (names.length < positionals.length) {
      const folder = await traces({folder: values.record ? RECORDED : undefined, machines: values.machine});
      process.stdout.write(`${folder}\n`);
      if (names.length === 0) return 0;
    }
    const folders = await data(names, {
      setting: values.full ? "full" : "quick",
      folder: values.record ? RECORDED : undefined,
      force: values.force,
      complete: values.record,
      machines: values.machine,
      only: values.only,
      repetitions: wholeNumber("repetitions", values.repetitions, 1) ?? undefined,
      seed: wholeNumber("seed", values.seed, 0) ?? 1
    });
    process.stdout.write(folders.map((folder) => `${folder}\n`).join(""));
    return 0;
  }
};
