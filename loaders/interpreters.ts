import {execFile} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {delimiter, join} from "node:path";
import {promisify} from "node:util";
import {ROOT} from "./root.ts";
import {DESIGNS, type Design, type Machine} from "./schema.ts";

/// Something that runs a Python program.
export interface Interpreter {
  machine: Machine;
  /// The lock that it has.
  design: Design;
  /// As in "cpython 3.11.7" or "convoy 0.1.0".
  name: string;
  version: string;
  /// The command in front of the program's file, on so many cores, from a seed.
  command(cores: number, seed: number): string[];
}

const run = promisify(execFile);
const QUESTION = `
import sys, platform
try:
    import sysconfig
    free = sysconfig.get_config_var("Py_GIL_DISABLED")
except ImportError:
    free = None
print("%s|%s|%s|%s" % (platform.python_implementation(), platform.python_version(), sys.executable, free or 0))
`;

/// The CPythons with a GIL on this computer, newest first, each version once: CONVOY_PYTHONS (a list of commands or paths,
/// separated as PATH is) and nothing else where it is set; otherwise those on PATH and in ~/.pyenv/versions.
export async function findPythons(env: NodeJS.ProcessEnv = process.env): Promise<Interpreter[]> {
  const found = new Map<string, Interpreter>();
  for (const file of candidates(env)) {
    const python = await ask(file);
    if (python && !found.has(python.version)) found.set(python.version, python);
  }
  return [...found.values()].sort((a, b) => compareVersions(b.version, a.version));
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (env.CONVOY_PYTHONS !== undefined) return env.CONVOY_PYTHONS.split(delimiter).filter(Boolean);
  const minors = Array.from({length: 20}, (_, i) => `python3.${i}`);
  const pyenv = join(env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const versions = existsSync(pyenv) ? readdirSync(pyenv).map((v) => join(pyenv, v, "bin", "python")) : [];
  const names = ["python2", "python2.7", "python3", ...minors];
  const onPath = names.flatMap((name) =>
    (env.PATH ?? "").split(delimiter).map((folder) => join(folder, name))
  );
  return [...versions, ...onPath].filter((file) => existsSync(file));
}

async function ask(file: string): Promise<Interpreter | null> {
  try {
    const {stdout} = await run(file, ["-c", QUESTION], {timeout: 5_000, killSignal: "SIGKILL"});
    const [implementation, version, executable, free] = stdout.trim().split("|");
    if (implementation !== "CPython" || free !== "0") return null;
    return {
      machine: "native",
      design: designOf(version),
      name: `cpython ${version}`,
      version,
      command: () => [executable]
    };
  } catch {
    return null;
  }
}

/// The lock of a version of CPython: checks by ticks to 3.1, on a semaphore (Linux) or a condition (macOS); then time-outs.
export function designOf(version: string, platform: NodeJS.Platform = process.platform): Design {
  if (compareVersions(version, "3.2") >= 0) return "timeout";
  return platform === "darwin" ? "tick-condition" : "tick";
}

/// The newest interpreter of each kind that a comparison needs, and in words what there is none of.
export function chooseNatives(found: Interpreter[]): {chosen: Interpreter[]; missing: string[]} {
  const old = found.find((p) => p.version.startsWith("2.7."));
  const recent = found.find((p) => compareVersions(p.version, "3.9") >= 0);
  const missing: string[] = [];
  if (!old) missing.push("CPython 2.7, the old lock: no python2.7 found");
  if (!recent) missing.push("CPython 3.9 or later, the new lock: no recent python3 found");
  return {chosen: [old, recent].filter((p) => p !== undefined), missing};
}

/// Convoy itself, once for each design. Rejects when it does not run.
export async function findConvoy(version: string): Promise<Interpreter[]> {
  const script = join(ROOT, "bin", "convoy.js");
  const convoys = DESIGNS.map(
    (design): Interpreter => ({
      machine: "host",
      design,
      name: `convoy ${version}`,
      version,
      command: (cores, seed) => [
        process.execPath,
        script,
        "run",
        "--design",
        design,
        "--cores",
        `${cores}`,
        "--seed",
        `${seed}`
      ]
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
