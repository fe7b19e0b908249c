import {type Command, parse} from "./command.ts";
import {loaders} from "./loaders.ts";

const help = `convoy fit [--keep-profiles]

Makes profiles of machines on which nobody here can measure, from a MacBook of 2009 to a MacBook Pro of 2021: ten parameters
are fitted to ten published figures (into data/profiles). Then it predicts every other published figure that names a
workload, and says how far off it is (into data/validity/published). Takes a few minutes, and gives the same on every
computer.

  --keep-profiles  predict with the profiles that are there

For example:

  convoy fit
  convoy run --machine simulated --profile data/profiles/macbook-2009.json --scheduler decay --design tick-condition count.py
`;

export const command: Command = {
  help,
  async run(args) {
    const {values} = parse("fit", args, {"keep-profiles": {type: "boolean"}});
    const {fitMachines} = await loaders();
    const written = await fitMachines({keepProfiles: values["keep-profiles"]});
    process.stdout.write(written.map((path) => `${path}\n`).join(""));
    return 0;
  }
};
