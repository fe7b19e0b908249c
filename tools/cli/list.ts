import {EXPERIMENTS} from "../../loaders/schema.ts";
import {designs} from "../../runtime/designs/index.ts";
import {machines} from "../../runtime/machines/index.ts";
import {type Command, parse} from "./command.ts";

const help = `convoy list [--json]

Shows the lock designs, the machines and the experiments by name. For example:

  convoy list --json
`;

export const command: Command = {
  help,
  async run(args) {
    const {values} = parse("list", args, {json: {type: "boolean"}});
    const lists = {
      designs: designs.map(({name, title, models, source}) => ({name, title, models, source})),
      machines: machines.map(({name, title}) => ({name, title})),
      experiments: EXPERIMENTS.map((name) => ({name}))
    };
    process.stdout.write(values.json ? `${JSON.stringify(lists, null, 1)}\n` : inWords(lists));
    return 0;
  }
};

type Entry = {name: string; title?: string; models?: string};

function inWords(lists: Record<string, Entry[]>): string {
  const sections = Object.entries(lists).map(([kind, entries]) => {
    const width = Math.max(...entries.map(({name}) => name.length));
    const lines = entries.map(({name, title = "", models}) =>
      `  ${name.padEnd(width)}  ${title}${models === undefined ? "" : ` (${models})`}`.trimEnd()
    );
    return `${kind}\n${lines.join("\n")}\n`;
  });
  return sections.join("\n");
}
