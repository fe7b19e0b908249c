/// With what an experiment is measured.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Subjects} from "./experiment.ts";
import {chooseNatives, findConvoy, findInterpreters, type Interpreter, namedNatives} from "./interpreters.ts";
import {ROOT} from "./root.ts";
import {DESIGNS, type Lock, MACHINES, type Machine} from "./schema.ts";
import {findPredicted} from "./simulated.ts";

/// Throws at a name that is no machine's.
export function kindsOf(machines: readonly string[]): Machine[] {
  const kinds = machines.map((machine) => (NATIVE.test(machine) ? "native" : machine));
  const unknown = kinds.find((kind) => !MACHINES.includes(kind as Machine));
  if (unknown === undefined) return [...new Set(kinds)] as Machine[];
  throw new Error(`unknown machine: ${unknown}; there are ${MACHINES.join(", ")} and native:NAME`);
}

const NATIVE = /^native:(?=.)/;

/// What `machines` name on this computer: on host each of `designs`; of real interpreters by default the newest CPython with each
/// lock.
export async function findSubjects(
  machines: readonly string[],
  designs: readonly Lock[] = DESIGNS
): Promise<Subjects> {
  const {version} = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const ours: Interpreter[] = machines.includes("host") ? await findConvoy(version, designs) : [];
  if (machines.includes("simulated")) ours.push(...findPredicted());
  const names = machines
    .filter((machine) => NATIVE.test(machine))
    .map((machine) => machine.replace(NATIVE, ""));
  if (!machines.includes("native") && names.length === 0) return {interpreters: ours, missing: []};
  const found = await findInterpreters();
  const {chosen, missing} = machines.includes("native") ? chooseNatives(found) : {chosen: [], missing: []};
  return {interpreters: [...new Set([...ours, ...chosen, ...namedNatives(names, found)])], missing};
}

export const subjectKey = ({
  machine,
  design,
  name
}: Pick<Interpreter, "machine" | "design" | "name">): string => `${machine} ${design} ${name}`;
