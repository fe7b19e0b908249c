/** Dependencies point one way: src -> loaders -> runtime, and inside the runtime from machines down to memory. */
import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import ts from "typescript";
import {describe, expect, it} from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** What each room may import besides itself, by room or by file. `runtime` means the files directly in it. */
const MAY_IMPORT: Record<string, string[]> = {
  src: [
    "loaders",
    // What the checker answers and what a profile holds, as types.
    "runtime/machines/exhaustive/index.ts (type)",
    "runtime/machines/simulated/profile.ts (type)",
    "runtime/designs/design.ts (type)"
  ],
  loaders: ["runtime/machines", "runtime/designs"],
  runtime: [
    "runtime/interpreter",
    "runtime/modules",
    "runtime/objects",
    "runtime/memory",
    // What a machine sees of the interpreter is an interface.
    "runtime/machines/interpreter.ts (type)",
    "runtime/machines/devices.ts (type)",
    "runtime/language/code.ts (type)"
  ],
  "runtime/machines": [
    "runtime/designs",
    "runtime/interpreter",
    "runtime/objects",
    "runtime/trace",
    "runtime/environment.ts (type)"
  ],
  // A design is written in the machines' vocabulary of steps; the machines perform it.
  "runtime/designs": [
    "runtime/machines/steps.ts",
    "runtime/machines/region.ts (type)",
    "runtime/interpreter",
    "runtime/objects",
    "runtime/trace/events.ts",
    // Ticks are counted by bytecode.
    "runtime/language/opcodes.ts",
    "runtime/language/code.ts (type)"
  ],
  "runtime/modules": [
    "runtime/interpreter",
    "runtime/objects",
    "runtime/memory",
    "runtime/environment.ts",
    "runtime/machines/devices.ts (type)"
  ],
  "runtime/interpreter": [
    "runtime/objects",
    "runtime/memory",
    "runtime/language/index.ts",
    "runtime/environment.ts"
  ],
  "runtime/objects": ["runtime/memory", "runtime/environment.ts"],
  // The layout of objects, which the memory is made of.
  "runtime/memory": [
    "runtime/objects/layout.ts",
    "runtime/objects/kinds.ts",
    "runtime/objects/children.ts",
    "runtime/environment.ts"
  ],
  "runtime/trace": ["runtime/objects/layout.ts"],
  "runtime/language": []
};

/** Imports against the rule, each with the reason why it stays. */
const EXCEPTIONS: Record<string, string> = {
  "loaders/index.ts > tools/site.ts": "a report is measured, then built: the site is its last step",
  "loaders/traces.ts > src/timeline/trace.ts":
    "recorded traces are cut into stretches by what cuts those of the page",
  "src/report/frame.ts > tools/isolation.ts": "pages carry the script that the server's headers stand in for",
  "runtime/machines/host/worker.ts > runtime/language/source.ts":
    "a program that does not parse ends where it is loaded",
  "runtime/machines/simulated/simulate.ts > runtime/language/source.ts":
    "a program that does not parse ends where it is loaded",
  "runtime/memory/check.ts > runtime/objects/text.ts": "the checker tells people which object it means",
  "runtime/memory/check.ts > runtime/objects/types.ts": "the checker tells people which object it means",
  "runtime/interpreter/boot.ts > runtime/modules/library.ts":
    "Python sources as text, which the build puts there",
  "runtime/interpreter/imports.ts > runtime/modules/library.ts":
    "Python sources as text, which the build puts there",
  ...Object.fromEntries(
    ["files", "os", "signal", "socket", "thread", "time"].map((name) => [
      `runtime/modules/${name}.ts > runtime/machines/devices.ts`,
      "what the devices' numbers mean; they are literals after the build"
    ])
  )
};

interface Import {
  from: string;
  to: string;
  type: boolean;
}

function roomOf(file: string): string {
  const [first, second, third] = file.split("/");
  return first === "runtime" && third !== undefined ? `runtime/${second}` : first;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.includes(".observablehq"))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), "utf8"),
    ts.ScriptTarget.ES2022,
    true
  );
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, type: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith(".")) return;
    found.push({from: file, to: relative(ROOT, resolve(ROOT, dirname(file), specifier.text)), type});
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isAllowed({from, to, type}: Import): boolean {
  const room = roomOf(from);
  if (roomOf(to) === room) return true;
  return MAY_IMPORT[room].some((entry) => {
    const [target, only] = entry.split(" ");
    return (to === target || roomOf(to) === target) && (only !== "(type)" || type);
  });
}

const edges = ["src", "loaders", "runtime"].flatMap(sources).flatMap(importsOf);
const key = ({from, to}: Import) => `${from} > ${to}`;

describe("rooms", () => {
  it("finds the imports", () => {
    expect(edges.length).toBeGreaterThan(300);
  });

  it("knows every room", () => {
    const unknown = edges.map(({from}) => roomOf(from)).filter((room) => !Object.hasOwn(MAY_IMPORT, room));
    expect(unknown).toEqual([]);
  });

  it("imports in one direction only", () => {
    const against = edges.filter((edge) => !isAllowed(edge) && !Object.hasOwn(EXCEPTIONS, key(edge)));
    expect(against.map(key)).toEqual([]);
  });

  it("keeps no exception that nothing needs", () => {
    const needed = new Set(edges.filter((edge) => !isAllowed(edge)).map(key));
    expect(Object.keys(EXCEPTIONS).filter((exception) => !needed.has(exception))).toEqual([]);
  });
});
