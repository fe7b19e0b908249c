// Our code objects beside those of a real CPython 3.11. Run by hand on files or folders:
//
//   npx tsx test/runtime/language/oracle.ts PATH...

import {spawn, spawnSync} from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import {
  type Code,
  type Constant,
  compile,
  ELLIPSIS,
  isCode,
  isFrozenSet,
  opcodes,
  PythonSyntaxError
} from "../../../runtime/language/index.ts";

/** The path of a CPython 3.11, from PATH or ~/.pyenv/versions, or null. */
export function findPython(): string | null {
  const versions = path.join(os.homedir(), ".pyenv", "versions");
  const candidates = ["python3.11"];
  if (fs.existsSync(versions)) {
    for (const name of fs.readdirSync(versions)) {
      if (name.startsWith("3.11.")) candidates.push(path.join(versions, name, "bin", "python3.11"));
    }
  }
  const isReal = (candidate: string) =>
    spawnSync(candidate, ["-c", "import sys; print(sys.version_info[:2], sys.implementation.name)"], {
      encoding: "utf8",
      timeout: 30_000
    }).stdout?.trim() === "(3, 11) cpython";
  return candidates.find(isReal) ?? null;
}

/** What the oracle prints for a file. */
export type Plain = Record<string, unknown> & {
  error?: [string, string, number, number, number, number];
  instructions: [string, number, number, number][];
  consts: unknown[];
};

/** A running CPython that compiles files. */
export class Oracle {
  private readonly child;
  private readonly lines: AsyncIterator<string>;

  constructor(python: string) {
    const script = fileURLToPath(new URL("oracle.py", import.meta.url));
    this.child = spawn(python, [script], {stdio: ["pipe", "pipe", "inherit"]});
    this.lines = createInterface({input: this.child.stdout})[Symbol.asyncIterator]();
  }

  async compile(file: string): Promise<Plain> {
    this.child.stdin.write(`${JSON.stringify(file)}\n`);
    const {value, done} = await this.lines.next();
    if (done) throw new Error("the oracle ended");
    return JSON.parse(value);
  }

  close(): void {
    this.child.stdin.end();
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function plainConstant(value: Constant): unknown {
  if (value === null) return "None";
  if (value === ELLIPSIS) return "Ellipsis";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return `int ${value.toString(16)}`;
  if (typeof value === "string") return `str ${value}`;
  if (typeof value === "number") {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value);
    return `float ${hex(bytes)}`;
  }
  if (value instanceof Uint8Array) return `bytes ${hex(value)}`;
  if (Array.isArray(value)) return ["tuple", ...value.map(plainConstant)];
  if (isFrozenSet(value)) {
    const items = [...new Set(value.frozenset.map((item) => JSON.stringify(plainConstant(item))))];
    return ["frozenset", ...items.sort().map((item) => JSON.parse(item))];
  }
  if (isCode(value)) return plainCode(value);
  throw new TypeError("invalid constant");
}

/** A code object in the form that the oracle prints. */
export function plainCode(code: Code): Plain {
  const {filename: _filename, instructions, exceptions, consts, ...rest} = code;
  return {
    ...rest,
    consts: consts.map(plainConstant),
    instructions: instructions.map(({op, arg, offset, line}) => [
      opcodes.OPCODE_NAMES[op],
      arg,
      offset,
      line
    ]),
    positions: instructions.map(({endLine, column, endColumn}) => [endLine, column, endColumn]),
    exceptions: exceptions.map(({start, end, target, depth, lasti}) => [start, end, target, depth, lasti])
  };
}

export function plainCompile(file: string, source = fs.readFileSync(file, "utf8")): Plain {
  try {
    return plainCode(compile(source, file));
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    const {kind, message, line, column, endColumn} = error;
    return {error: [kind, message, line, column, line, endColumn ?? 0], instructions: [], consts: []};
  }
}

/** The first difference between two code objects, in words, or null. */
export function difference(
  expected: Plain,
  actual: Plain,
  where = "<module>",
  positions = false
): string | null {
  if (expected.error !== undefined || actual.error !== undefined) {
    const say = (plain: Plain) =>
      plain.error === undefined
        ? "compiles"
        : `${plain.error[0]}: ${plain.error[1]} (line ${plain.error[2]})`;
    return expected.error?.[1] === actual.error?.[1]
      ? null
      : `${where}: expected ${say(expected)}; got ${say(actual)}`;
  }
  for (const key of Object.keys(expected)) {
    if (key === "consts" || key === "positions" || key === "instructions") continue;
    if (JSON.stringify(expected[key]) !== JSON.stringify(actual[key])) {
      return `${where}: ${key}: expected ${JSON.stringify(expected[key])}; got ${JSON.stringify(actual[key])}`;
    }
  }
  const count = Math.max(expected.instructions.length, actual.instructions.length);
  const places = positions ? ["instructions", "positions"] : ["instructions"];
  for (let at = 0; at < count; at++) {
    for (const key of places) {
      const [a, b] = [(expected[key] as unknown[])[at], (actual[key] as unknown[])[at]];
      if (JSON.stringify(a) !== JSON.stringify(b)) {
        const line = expected.instructions[at]?.[3] ?? "end";
        return `${where}: ${key} ${at} (${expected.instructions[at]?.[0]}, line ${line}): expected ${JSON.stringify(a)}; got ${JSON.stringify(b)}`;
      }
    }
  }
  if (expected.consts.length !== actual.consts.length) {
    return `${where}: ${expected.consts.length} constants expected; got ${actual.consts.length}`;
  }
  for (let at = 0; at < expected.consts.length; at++) {
    const [a, b] = [expected.consts[at] as Plain, actual.consts[at] as Plain];
    const inner =
      a.instructions !== undefined && b.instructions !== undefined
        ? difference(a, b, `${where}.${a.name}`, positions)
        : JSON.stringify(a) === JSON.stringify(b)
          ? null
          : `${where}: constant ${at}: expected ${JSON.stringify(a)}; got ${JSON.stringify(b)}`;
    if (inner !== null) return inner;
  }
  return null;
}

/** How many code objects there are, nested ones included, and how many equal their counterpart. */
function countCodes(expected: Plain, actual: Plain, positions: boolean): {all: number; same: number} {
  const shallow = (plain: Plain) => ({
    ...plain,
    consts: plain.consts.map((value) => ((value as Plain)?.instructions ? "code" : value))
  });
  const total = {
    all: 1,
    same: difference(shallow(expected), shallow(actual), "", positions) === null ? 1 : 0
  };
  expected.consts.forEach((value, at) => {
    if (!(value as Plain)?.instructions) return;
    const other = actual.consts[at] as Plain | undefined;
    const inner = countCodes(
      value as Plain,
      other?.instructions ? other : {instructions: [], consts: []},
      positions
    );
    total.all += inner.all;
    total.same += inner.same;
  });
  return total;
}

function* pythonFiles(from: string): Generator<string> {
  if (fs.statSync(from).isFile()) yield from;
  else {
    for (const entry of fs.readdirSync(from, {withFileTypes: true})) {
      if (/^(__pycache__|site-packages|test|tests|lib2to3|idlelib|turtledemo)$/.test(entry.name)) continue;
      const inner = path.join(from, entry.name);
      if (entry.isDirectory()) yield* pythonFiles(inner);
      else if (entry.name.endsWith(".py")) yield inner;
    }
  }
}

/** How far two compilers agree: `differences` has a line for each file that is not the same. */
export interface Agreement {
  files: number;
  sameFiles: number;
  unsupportedFiles: number;
  codes: number;
  sameCodes: number;
  differences: string[];
}

/** Compares the code of all Python files under `paths` with that of `python`. */
export async function compareFiles(python: string, paths: string[], positions = false): Promise<Agreement> {
  const oracle = new Oracle(python);
  const files = paths.flatMap((from) => [...pythonFiles(from)]);
  const found: Agreement = {
    files: files.length,
    sameFiles: 0,
    unsupportedFiles: 0,
    codes: 0,
    sameCodes: 0,
    differences: []
  };
  for (const file of files) {
    const expected = await oracle.compile(file);
    let actual: Plain;
    try {
      actual = plainCompile(file);
    } catch (error) {
      found.differences.push(`${file}: ${(error as Error).stack}`);
      continue;
    }
    if (actual.error?.[1].includes("not supported by Convoy")) {
      found.unsupportedFiles++;
      continue;
    }
    const first = difference(expected, actual, "<module>", positions);
    if (first === null) found.sameFiles++;
    else found.differences.push(`${file}: ${first.slice(0, 300)}`);
    if (expected.error || actual.error) continue;
    const counted = countCodes(expected, actual, positions);
    found.codes += counted.all;
    found.sameCodes += counted.same;
  }
  oracle.close();
  return found;
}

/** The agreement in one sentence. */
export function describeAgreement({files, sameFiles, unsupportedFiles, codes, sameCodes}: Agreement): string {
  const share = ((100 * sameCodes) / codes).toFixed(2);
  return `${sameFiles} of ${files} files the same, ${unsupportedFiles} use what Convoy does not support; ${sameCodes} of ${codes} code objects the same (${share} %)`;
}

async function main(args: string[]): Promise<void> {
  const python = findPython();
  if (python === null)
    return console.log("no CPython 3.11 on PATH or in ~/.pyenv/versions: nothing to compare with");
  const paths = args.filter((arg) => !arg.startsWith("--"));
  const found = await compareFiles(python, paths, args.includes("--positions"));
  for (const line of found.differences) console.log(line);
  console.log(describeAgreement(found));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
