/** The scripts of the suite on disk, and how one is run by an interpreter. */
import {spawn, spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {homedir} from "node:os";
import {join, resolve} from "node:path";
import {differences, type Expectations, holdsFor, type Outcome, parseExpectations} from "./expectations.ts";

export const SUITE = resolve(import.meta.dirname);
export const PROJECT = resolve(SUITE, "../..");
export const CONVOY = join(PROJECT, "bin/convoy.js");
const LIMIT_S = 60;

export interface Script {
  /** Path relative to the suite, such as "ints/big.py". */
  name: string;
  path: string;
  expected: Expectations;
}

/** Every script whose name contains `pattern` (all by default), by name. */
export function listScripts(pattern = ""): Script[] {
  const names = readdirSync(SUITE, {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".py") && name.includes(pattern))
    .sort();
  return names.map((name) => {
    const path = join(SUITE, name);
    try {
      return {name, path, expected: parseExpectations(readFileSync(path, "utf8"))};
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`);
    }
  });
}

export interface Interpreter {
  /** Program and the arguments before the script's path. */
  command: string[];
  /**
   * How long a script may take, in seconds of wall clock: a bound on hanging. Scripts themselves wait for at most 30 s for
   * what must come, so that they can say what did not.
   */
  limit_s: number;
}

/** Convoy under a design, with the heap checked at the end. */
export function convoy(design = "timeout"): Interpreter {
  return {command: [process.execPath, CONVOY, "run", "--design", design, "--check-heap"], limit_s: LIMIT_S};
}

/** A real Python without its site packages, so that nothing installed matters. */
export function python(path: string): Interpreter {
  return {command: [path, "-B", "-S"], limit_s: LIMIT_S};
}

/** The command that repeats a run by hand from the project's root. */
export function commandLine(interpreter: Interpreter, script: Script): string {
  const [program, ...rest] = interpreter.command;
  const words = [program === process.execPath ? "node" : program, ...rest, script.path];
  return words.map((word) => word.replace(`${PROJECT}/`, "")).join(" ");
}

/** Runs a script and returns what differs from its expectations: no lines where it passes. */
export async function runScript(interpreter: Interpreter, script: Script): Promise<string[]> {
  const outcome = await execute(interpreter, script.path);
  if (typeof outcome === "string") return [outcome];
  return differences(script.expected, outcome, script.path);
}

function execute(interpreter: Interpreter, path: string): Promise<Outcome | string> {
  const [program, ...rest] = interpreter.command;
  return new Promise((settle) => {
    const child = spawn(program, [...rest, path], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {...process.env, PYTHONIOENCODING: "utf-8", NO_COLOR: "1", PYTHON_COLORS: "0"}
    });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      settle(`still running after ${interpreter.limit_s} s`);
    }, interpreter.limit_s * 1000);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => {
      clearTimeout(timer);
      settle(`could not start ${program}: ${error.message}`);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const exit = code ?? 128 + signalNumber(signal);
      settle({stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), exit});
    });
  });
}

function signalNumber(signal: NodeJS.Signals | null): number {
  const numbers: Record<string, number> = {SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15};
  return numbers[signal ?? ""] ?? 0;
}

export interface RealPython {
  path: string;
  /** Such as "3.11". */
  version: string;
}

/** Whether a real Python is a judge of the script: one of version 2 judges those that both languages share. */
export function judges(real: RealPython, script: Script): boolean {
  return real.version.startsWith("2.")
    ? script.name.startsWith("py2/")
    : holdsFor(script.expected, real.version);
}

/** The CPython 2.7 that judges the scripts of py2/; null for none. */
export function findPython2(): RealPython | null {
  const installed = pyenvVersions().filter((name) => name.startsWith("2.7."));
  const paths = [...installed.map((name) => join(PYENV, name, "bin/python")), "python2.7"];
  return paths.map(identify).find((real) => real?.version === "2.7") ?? null;
}

/** The real Python of 3.11 or later to judge by: CONVOY_PYTHON, else 3.11 itself, else the next one up; null for none. */
export function findPython(): RealPython | null {
  const named = process.env.CONVOY_PYTHON;
  const found = (named ? [named] : candidates())
    .map(identify)
    .filter((real) => real?.version.startsWith("3.") && minor(real) >= 11);
  return found.sort((a, b) => minor(a!) - minor(b!))[0] ?? null;
}

const PYENV = join(homedir(), ".pyenv/versions");

function pyenvVersions(): string[] {
  return existsSync(PYENV) ? readdirSync(PYENV) : [];
}

function candidates(): string[] {
  const fromPyenv = pyenvVersions().filter((name) => /^3\.1[1-9]\.\d+$/.test(name));
  return [
    ...fromPyenv.map((name) => join(PYENV, name, "bin/python")),
    "python3.11",
    "python3.12",
    "python3.13",
    "python3"
  ];
}

function minor(real: RealPython | null): number {
  return Number(real?.version.split(".")[1]);
}

/** Which CPython stands at a path; null where there is neither 2.7 nor 3.8 or later. */
export function identify(path: string): RealPython | null {
  const script =
    "import sys, platform; print(platform.python_implementation() + ' %d.%d' % sys.version_info[:2])";
  const {stdout, status} = spawnSync(path, ["-S", "-c", script], {encoding: "utf8", timeout: 30_000});
  const match = status === 0 ? /^CPython (2\.7|3\.(\d+))\n$/.exec(stdout) : null;
  return match && Number(match[2] ?? 8) >= 8 ? {path, version: match[1]} : null;
}

/** Returns a function that runs tasks, at most `count` at a time, in the order of the calls. */
export function limit(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) --free;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else ++free;
    }
  };
}
