import {existsSync, writeFileSync} from "node:fs";
import {findDesign} from "../../runtime/designs/index.ts";
import {type Command, parse, UsageError} from "./command.ts";
import {DESIGN_NAME} from "./design-name.ts";
import {template} from "./design-template.ts";

const help = `convoy new design NAME

Writes NAME.ts, a lock design to start from: threads take the interpreter lock in the order of their arrival. It is
commented, convoy check proves it as it stands, and convoy run runs programs under it, on host and simulated. For example:

  convoy new design mine
  convoy check ./mine.ts
  convoy run --design ./mine.ts count.py
`;

function isKnown(name: string): boolean {
  try {
    return findDesign(name) !== undefined;
  } catch {
    return false;
  }
}

export const command: Command = {
  help,
  async run(args) {
    const [what, name, ...more] = parse("new", args, {}, true).positionals;
    if (what !== "design")
      throw new UsageError(
        what === undefined
          ? "missing thing to make; such as convoy new design mine"
          : `unknown thing to make: ${what}; known: design`
      );
    if (name === undefined || more.length > 0)
      throw new UsageError(
        `${name === undefined ? "missing" : "ambiguous"} name; give the design one, such as convoy new design mine`
      );
    if (!DESIGN_NAME.test(name))
      throw new UsageError(`invalid name: ${name}; use small letters, digits and hyphens, a letter first`);
    if (isKnown(name))
      throw new UsageError(`invalid name: ${name}; a design of this name exists, take another`);
    const file = `${name}.ts`;
    if (existsSync(file))
      throw new UsageError(`cannot write ${file}: it exists; take another name or move it`);
    const type = name.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter: string) => letter.toUpperCase());
    writeFileSync(file, template.replaceAll("NAME", name).replaceAll("TYPE", type));
    process.stdout.write(`${file}\n`);
    return 0;
  }
};
