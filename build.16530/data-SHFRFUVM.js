import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  parse,
  wholeNumber
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/data.ts
var help = `convoy data [OPTIONS] [EXPERIMENT...]

Measures the named experiments where their datasets are missing or stale, and says where each dataset is; without a name
contention, io-priority and signal-latency, which take about five minutes on two cores. Two more are measured only by
name: workloads, all programs under all designs, and workloads-simulated, the same on virtual cores. An interrupted run
goes on the next time at the first missing repetition.

  --full       the repetitions that a publication needs, in up to five hours
  --record     into data/runs, to be committed, in place of data/local (or of the folder that CONVOY_DATA names);
               with all repetitions of the setting, where a quick run would stop for the time
  --force      measure again what is fresh
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
var command = {
  help,
  async run(args) {
    const { values, positionals } = parse(
      "data",
      args,
      {
        full: { type: "boolean" },
        record: { type: "boolean" },
        force: { type: "boolean" },
        machine: { type: "string", multiple: true },
        only: { type: "string", multiple: true },
        seed: { type: "string" }
      },
      true
    );
    const { data, RECORDED } = await loaders();
    const folders = await data(positionals, {
      setting: values.full ? "full" : "quick",
      folder: values.record ? RECORDED : void 0,
      force: values.force,
      complete: values.record,
      machines: values.machine,
      only: values.only,
      seed: wholeNumber("seed", values.seed, 0) ?? 1
    });
    process.stdout.write(folders.map((folder) => `${folder}
`).join(""));
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=data-SHFRFUVM.js.map
