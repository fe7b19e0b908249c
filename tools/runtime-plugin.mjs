/**
 * How the runtime's sources become one fast function: counts as text, instruction numbers as literals, Python's library
 * as strings.
 */
import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";

const root = resolve(import.meta.dirname, "..", "runtime");

/** What INCREF and DECREF mean under the memory policy `plain`. Their arguments are names, evaluated once. */
const COUNTS = {
  INCREF: (name) => `if ((${name} & 1) !== 0) H[${name} >> 2]++;`,
  DECREF: (name) => `if ((${name} & 1) !== 0 && --H[${name} >> 2] === 0) destroy(${name} >> 2);`
};

function instructionNumbers() {
  const source = readFileSync(join(root, "interpreter/instructions.ts"), "utf8");
  const names = [...source.matchAll(/^ {2}\["(\w+)", \d\]/gm)].map((match) => match[1]);
  return new Map(names.map((name, number) => [name, number]));
}

/**
 * Makes the evaluation loop charge picoseconds for each instruction, and stop when those that the thread may use are spent:
 * a second countdown beside the fuel's, which built-ins can read.
 */
function charge(source, file) {
  const replace = (text, pattern, replacement, least) => {
    let count = 0;
    const replaced = text.replace(pattern, (...found) => {
      count++;
      return replacement.replaceAll("$1", found[1]);
    });
    if (count < least) throw new Error(`${file}: nothing like ${pattern} to charge time at`);
    return replaced;
  };
  let text = source;
  text = replace(
    text,
    /fuel -= \((\w+) >>> 8\) & 255;/g,
    "fuel -= ($1 >>> 8) & 255; time -= CHARGES[$1 & 255];",
    1
  );
  text = replace(
    text,
    /fuel \+= \(\(w >>> 8\) & 255\) - 1;/g,
    "fuel += ((w >>> 8) & 255) - 1; time += CHARGES[256 + (w & 255)];",
    1
  );
  text = replace(
    text,
    /fuel \+= \(w >>> 8\) & 255;/g,
    "fuel += (w >>> 8) & 255; time += CHARGES[w & 255];",
    1
  );
  text = replace(text, /fuel (>=|<) 0/g, "(fuel | time) $1 0", 2);
  text = replace(text, /let fuel = before;/g, "let fuel = before; let time = H[t + TIME_LEFT];", 1);
  text = replace(
    text,
    /H\[t \+ PROGRAM_COUNTER\] = (pc(?: \+ 1)?);/g,
    "H[t + PROGRAM_COUNTER] = $1; H[t + TIME_LEFT] = time;",
    2
  );
  text = replace(
    text,
    /account\(t, before, fuel\);/g,
    "account(t, before, fuel); H[t + TIME_LEFT] = time;",
    1
  );
  return `import {environment as charging} from "../environment.ts";
import {TIME_LEFT} from "../objects/layout.ts";
const CHARGES = charging.charges;
${text}`;
}

/** Replaces INCREF(name); DECREF(name); and I.NAME in the evaluation loop. */
function expand(source, file) {
  const numbers = instructionNumbers();
  const expanded = source
    .replace(/\b(INCREF|DECREF)\(([^)]*)\);/g, (_, macro, name) => {
      if (!/^\w+$/.test(name)) throw new Error(`${file}: ${macro} needs a name, not ${name}`);
      return COUNTS[macro](name);
    })
    .replace(/\bI\.([A-Z_]+)\b/g, (_, name) => {
      if (!numbers.has(name)) throw new Error(`${file}: unknown instruction ${name}`);
      return String(numbers.get(name));
    });
  return expanded.replace(/import \{DECREF, INCREF\} from/, "import {destroy} from");
}

function pythonSources() {
  const sources = {};
  for (const file of readdirSync(join(root, "modules/python"))) {
    if (file.endsWith(".py"))
      sources[file.slice(0, -3)] = readFileSync(join(root, "modules/python", file), "utf8");
  }
  for (const file of readdirSync(join(root, "modules"))) {
    if (file.startsWith("prelude") && file.endsWith(".py")) {
      sources[`prelude:${file.slice(0, -3)}`] = readFileSync(join(root, "modules", file), "utf8");
    }
  }
  return sources;
}

/**
 * @param {boolean} timed whether bytecodes are charged
 * @returns {import("esbuild").Plugin}
 */
export function runtimePlugin(timed = false) {
  return {
    name: "runtime",
    setup(build) {
      build.onLoad({filter: /interpreter\/evaluate\.ts$/}, ({path}) => {
        const source = readFileSync(path, "utf8");
        return {contents: expand(timed ? charge(source, path) : source, path), loader: "ts"};
      });
      build.onResolve({filter: /^convoy:library$/}, ({path}) => ({path, namespace: "convoy"}));
      build.onLoad({filter: /.*/, namespace: "convoy"}, () => ({
        contents: JSON.stringify(pythonSources()),
        loader: "json"
      }));
    }
  };
}

/**
 * @param {boolean} timed whether bytecodes are charged
 * @returns {import("esbuild").BuildOptions} options that emit `outfile`, a module that exports `instantiate`
 */
export function runtimeBundle(outfile, timed = false) {
  return {
    entryPoints: [resolve(root, "index.ts")],
    outfile,
    bundle: true,
    format: "iife",
    globalName: "CONVOY_RUNTIME",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    minifySyntax: true,
    banner: {js: "export function instantiate(CONVOY_MEMORY, CONVOY_ENVIRONMENT) {"},
    footer: {js: "return CONVOY_RUNTIME.runtime; }"},
    plugins: [runtimePlugin(timed)],
    logLevel: "warning"
  };
}
