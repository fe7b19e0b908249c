import {
  loaders
} from "./chunk-QM3DZIYH.js";
import {
  parse
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/fit.ts
var help = `convoy fit [--keep-profiles]

Makes profiles of the machines of the slides, a MacBook of 2009 and a Mac Pro of 2010, on which nobody can measure any more:
four parameters are fitted to four published figures (into data/profiles). Then it predicts the other published figures with
them and says how far off they are (into data/validity/published). Takes a few minutes, and gives the same on every computer.

  --keep-profiles  predict with the profiles that are there

For example:

  convoy fit
  convoy run --machine simulated --profile data/profiles/macbook-2009.json --scheduler decay --design tick-condition count.py
`;
var command = {
  help,
  async run(args) {
    const { values } = parse("fit", args, { "keep-profiles": { type: "boolean" } });
    const { fitMachines } = await loaders();
    const written = await fitMachines({ keepProfiles: values["keep-profiles"] });
    process.stdout.write(written.map((path) => `${path}
`).join(""));
    return 0;
  }
};
export {
  command
};
//# sourceMappingURL=fit-DXZYTNOV.js.map
