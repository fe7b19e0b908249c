import {execFile} from "node:child_process";
import {accessSync, constants, readdirSync, realpathSync, statSync} from "node:fs";
import {homedir} from "node:os";
import {basename, delimiter, join} from "node:path";
import {promisify} from "node:util";
import {ROOT} from "./root.ts";
import {DESIGNS, type Lock, type Machine} from "./schema.ts";

/// Something that runs a Python program.
export interface Interpreter {
  machine: Machine;
  /// The lock that it has, or how it does without one.
  design: Lock;
  /// As in "cpython 3.11.7" or "convoy 0.1.0".
  name: string;
  version: string;
  /// The command in front of the program's file, on so many cores, from a seed.
  command(cores: number, seed: number): string[];
}

/// A real interpreter found on this computer.
export interface Native extends Interpreter {
  machine: "native";
  implementation: "CPython" | "PyPy" | "Jython";
  /// The version of the language, as in "3.9.16" for PyPy 7.3.11.
  python: string;
  /// Whether one thread at a time runs Python code.
  gil: boolean;
  /// What it was compiled with, and its configure arguments where it tells them.
  build: string;
  path: string;
}

const run = promisify(execFile);

/// One line of JSON about the interpreter that runs it. Jython's sys.executable may be None.
const QUESTION = `
import json, platform, sys
try:
    import sysconfig
    get = sysconfig.get_config_var
except ImportError:
    get = lambda name: None
pypy = getattr(sys, "pypy_version_info", None)
gil = getattr(sys, "_is_gil_enabled", None)
print(json.dumps({
    "implementation": platform.python_implementation(),
    "python": platform.python_version(),
    "version": pypy and "%d.%d.%d" % tuple(pypy)[:3] or platform.python_version(),
    "executable": sys.executable and str(sys.executable),
    "free": bool(get("Py_GIL_DISABLED")),
    "gil": gil is None or bool(gil()),
    "build": "%s %s" % (platform.python_compiler(), get("CONFIG_ARGS") or ""),
}))
`;

interface Answer {
  implementation: string;
  python: string;
  version: string;
  executable: string | null;
  free: boolean;
  gil: boolean;
  build: string;
}

/// The Pythons on this computer, each version of each implementation once, CPython first and the newest first: those that
/// CONVOY_PYTHONS names (commands or paths, separated as PATH is) and nothing else where it is set; otherwise `python2*`,
/// `python3*`, `pypy*` and `jython` on PATH and in ~/.pyenv/versions. `say` is told what CONVOY_PYTHONS names in vain.
export async function findInterpreters(
  env: NodeJS.ProcessEnv = process.env,
  say: (text: string) => void = () => {}
): Promise<Native[]> {
  const found: Native[] = [];
  const silent = (file: string) => {
    if (env.CONVOY_PYTHONS !== undefined)
      say(`no Python that Convoy knows: ${file}, named in CONVOY_PYTHONS`);
  };
  for await (const native of asked(candidates(env, say), silent)) found.push(native);
  return inOrder(found);
}

/// The one that is named as in "cpython-3.11.7". Those whose file looks like it are asked first, and no more than needed.
/// Rejects when no interpreter has this name.
export async function findNative(name: string, env: NodeJS.ProcessEnv = process.env): Promise<Native> {
  const [implementation, version = ""] = name.split("-");
  const looks = (file: string) =>
    (version !== "" && file.includes(version.replace(/t$/, "")) ? 0 : 2) +
    (basename(file).startsWith(implementation.replace("cpython", "python")) ? 0 : 1);
  const found: Native[] = [];
  for await (const native of asked(candidates(env).sort((a, b) => looks(a) - looks(b)))) {
    if (nativeName(native) === name) return native;
    found.push(native);
  }
  return namedNatives([name], inOrder(found))[0];
}

/// The newest CPython with this lock. Rejects when there is none.
export async function newestNative(design: Lock, env: NodeJS.ProcessEnv = process.env): Promise<Native> {
  const found: Native[] = [];
  for await (const native of asked(candidates(env).filter((file) => !OTHERS.test(basename(file)))))
    if (native.implementation === "CPython" && native.gil) found.push(native);
  const one = inOrder(found).find((native) => native.design === design);
  if (one) return one;
  const known = inOrder(found).map((native) => `${nativeName(native)} (${native.design})`);
  throw new Error(
    `missing interpreter: no CPython with the lock ${design} on this computer; ${
      known.length === 0 ? "name one in CONVOY_PYTHONS" : `there are ${known.join(", ")}`
    }`
  );
}

const OTHERS = /^(pypy|jython)/;

/// What these files say of themselves, each version of each implementation once.
async function* asked(
  files: readonly string[],
  silent: (file: string) => void = () => {}
): AsyncGenerator<Native> {
  const seen = new Set<string>();
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE);
    const answers = await Promise.all(some.map(ask));
    for (const [i, native] of answers.entries()) {
      if (!native) silent(some[i]);
      else if (!seen.has(native.name)) {
        seen.add(native.name);
        yield native;
      }
    }
  }
}

/// CPython first, and the newest first.
function inOrder(found: Native[]): Native[] {
  const rank = ({implementation}: Native) => IMPLEMENTATIONS.indexOf(implementation);
  return found.sort((a, b) => rank(a) - rank(b) || compareVersions(b.version, a.version));
}

const AT_ONCE = 2;
const IMPLEMENTATIONS = ["CPython", "PyPy", "Jython"];
/// A Java virtual machine takes seconds to answer on a busy computer.
const ANSWER_LIMIT_MS = 20_000;
const NAMES = /^(python(2(\.7)?|3(\.\d+t?)?)|pypy(2|3(\.\d+)?)?|jython)$/;

function candidates(env: NodeJS.ProcessEnv, say: (text: string) => void = () => {}): string[] {
  const path = (env.PATH ?? "").split(delimiter).filter(Boolean);
  if (env.CONVOY_PYTHONS !== undefined)
    return env.CONVOY_PYTHONS.split(delimiter)
      .filter(Boolean)
      .flatMap((name) => {
        const files = name.includes("/") ? [name] : path.map((folder) => join(folder, name));
        const found = files.filter(isExecutable);
        if (found.length === 0) say(`no program: ${name}, named in CONVOY_PYTHONS`);
        return found;
      });
  const pyenv = env.PYENV_ROOT ?? join(homedir(), ".pyenv");
  const versions = listed(join(pyenv, "versions")).map((one) =>
    join(pyenv, "versions", one, "bin", "python")
  );
  const shims = join(pyenv, "shims");
  const onPath = path
    .filter((folder) => folder !== shims)
    .flatMap((folder) =>
      listed(folder)
        .filter((name) => NAMES.test(name))
        .map((name) => join(folder, name))
    );
  return differentFiles([...versions, ...onPath].filter(isExecutable));
}

/// The first path to each file: /bin is often another name of /usr/bin, and python3 one of python3.11.
function differentFiles(paths: string[]): string[] {
  const files = new Map<string, string>();
  for (const path of paths) {
    const file = realpathSync(path);
    if (!files.has(file)) files.set(file, path);
  }
  return [...files.values()];
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/// What the program `file` says of itself; null where it is no Python, or does not answer in time.
async function ask(file: string): Promise<Native | null> {
  try {
    const {stdout} = await run(file, ["-c", QUESTION], {timeout: ANSWER_LIMIT_MS, killSignal: "SIGKILL"});
    const {implementation, python, version, executable, free, gil, build} = JSON.parse(stdout) as Answer;
    if (!IMPLEMENTATIONS.includes(implementation)) return null;
    const path = executable ?? file;
    return {
      machine: "native",
      implementation: implementation as Native["implementation"],
      design: lockOf(implementation, python, free),
      name: `${implementation.toLowerCase()} ${version}${free ? "t" : ""}`,
      version: `${version}${free ? "t" : ""}`,
      python,
      gil: implementation !== "Jython" && gil,
      build: build.trim(),
      path,
      command: () => [path]
    };
  } catch {
    return null;
  }
}

/// The lock of an interpreter. CPython: checks by ticks to 3.1, on a semaphore (Linux) or a condition (macOS); then
/// time-outs, to 3.8 with signals that stop every thread; none in free-threaded builds (PEP 703).
export function lockOf(
  implementation: string,
  python: string,
  free = false,
  platform: NodeJS.Platform = process.platform
): Lock {
  if (implementation === "PyPy") return "pypy";
  if (implementation === "Jython") return "jython";
  if (free) return "free-threaded";
  if (compareVersions(python, "3.9") >= 0) return "timeout";
  if (compareVersions(python, "3.2") >= 0) return "timeout-before-3.9";
  return platform === "darwin" ? "tick-condition" : "tick";
}

/// As it is named on the command line: "cpython-3.11.7".
export const nativeName = ({name}: Interpreter): string => name.replace(" ", "-");

/// The newest interpreter of each kind that a comparison needs, and in words what there is none of.
export function chooseNatives(found: Native[]): {chosen: Native[]; missing: string[]} {
  const locked = found.filter(({implementation, gil}) => implementation === "CPython" && gil);
  const old = locked.find((p) => p.version.startsWith("2.7."));
  const recent = locked.find((p) => compareVersions(p.version, "3.9") >= 0);
  const missing: string[] = [];
  if (!old) missing.push("CPython 2.7, the old lock: no python2.7 found");
  if (!recent) missing.push("CPython 3.9 or later, the new lock: no recent python3 found");
  return {chosen: [old, recent].filter((p) => p !== undefined), missing};
}

/// The first of each minor version of each implementation: the newest, where all are in order.
export function newestOfEach(found: readonly Native[]): Native[] {
  const series = ({implementation, python, gil}: Native) =>
    `${implementation} ${python.split(".").slice(0, 2)} ${gil}`;
  return found.filter((one) => found.find((other) => series(other) === series(one)) === one);
}

/// Those that `names` name, as in "pypy-7.3.11"; "newest" for the newest of each minor version, or "all". Throws at a name that no interpreter here has.
export function namedNatives(names: readonly string[], found: Native[]): Native[] {
  if (names.includes("all")) return found;
  if (names.includes("newest")) return newestOfEach(found);
  return names.map((name) => {
    const native = found.find((one) => nativeName(one) === name);
    if (native) return native;
    const known = found.map(nativeName).join(", ") || "no Python was found; name one in CONVOY_PYTHONS";
    throw new Error(`unknown interpreter: ${name}; known interpreters: ${known}`);
  });
}

/// Convoy itself, once for each design. Rejects when it does not run.
export async function findConvoy(
  version: string,
  designs: readonly Lock[] = DESIGNS
): Promise<Interpreter[]> {
  const script = join(ROOT, "bin", "convoy.js");
  const convoys = designs.map(
    (design): Interpreter => ({
      machine: "host",
      design,
      name: `convoy ${version}`,
      version,
      command: (cores) => [process.execPath, script, "run", "--design", design, "--cores", `${cores}`]
    })
  );
  const program = join(ROOT, "loaders", "programs", "contention.py");
  for (const convoy of convoys) {
    const [file, ...args] = [...convoy.command(1, 1), program, "calibrate", "0"];
    await run(file, args, {timeout: 20_000, killSignal: "SIGKILL"}).catch((error) => {
      throw new Error(
        `convoy run fails with --design ${convoy.design}: ${String(error.stderr || error.message).trim()}`
      );
    });
  }
  return convoys;
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((v) => v.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0);
  }
  return 0;
}
