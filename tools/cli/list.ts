import {findInterpreters, type Native, nativeName} from "../../loaders/interpreters.ts";
import {designs} from "../../runtime/designs/index.ts";
import {machines} from "../../runtime/machines/index.ts";
import {schedulers} from "../../runtime/machines/simulated/schedulers/index.ts";
import {type Command, parse} from "./command.ts";
import {loaders} from "./loaders.ts";
import {listProfiles} from "./profiles.ts";

const help = `convoy list [--json]

Shows by name what there is to choose from: lock designs, machines, the real interpreters of this computer, experiments,
and, for the simulated machine, schedulers and profiles. For example:

  convoy list --json
`;

export const command: Command = {
  help,
  async run(args) {
    const {values} = parse("list", args, {json: {type: "boolean"}});
    const {experiments} = await loaders();
    const lists = {
      designs: designs.map(({name, title, models, source}) => ({name, title, models, source})),
      machines: machines.map(({name, title}) => ({name, title})),
      interpreters: (await findInterpreters()).map(interpreter),
      experiments: Object.values(experiments).map(({name, title}) => ({name, title})),
      schedulers: schedulers.map(({name, title, source}) => ({name, title, source})),
      profiles: listProfiles()
    };
    process.stdout.write(values.json ? `${JSON.stringify(lists, null, 1)}\n` : inWords(lists));
    return 0;
  }
};

const interpreter = (native: Native) => ({
  name: `native:${nativeName(native)}`,
  title: native.gil ? `lock ${native.design}` : "no GIL",
  path: native.path
});

/** What each list holds, and where its names go. */
const HEADS: Record<string, string> = {
  designs: "designs (run --design NAME)",
  machines: "machines (run --machine NAME)",
  interpreters: "interpreters found here (run --machine NAME)",
  experiments: "experiments (data NAME)",
  schedulers: "schedulers of the simulated machine (run --machine simulated --scheduler NAME)",
  profiles: "profiles of the simulated machine (run --machine simulated --profile NAME)"
};

type Entry = {name: string; title: string; models?: string; path?: string};

function inWords(lists: Record<string, Entry[]>): string {
  const sections = Object.entries(lists).map(([kind, entries]) => {
    const width = Math.max(0, ...entries.map(({name}) => name.length));
    const lines = entries.map(({name, title, models, path}) => {
      const more = models ?? path;
      return `  ${name.padEnd(width)}  ${title}${more === undefined ? "" : ` (${more})`}`;
    });
    return `${HEADS[kind]}\n${lines.join("\n") || "  none"}\n`;
  });
  return sections.join("\n");
}
