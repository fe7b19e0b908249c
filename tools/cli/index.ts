import {readFileSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "../../loaders/root.ts";
import {type Command, UsageError} from "./command.ts";

const commands: Record<string, {summary: string; load: () => Promise<{command: Command}>}> = {
  run: {
    summary: "run a Python program: on real threads, on virtual cores, in a real Python",
    load: () => import("./run.ts")
  },
  data: {summary: "measure the experiments into datasets", load: () => import("./data.ts")},
  check: {summary: "try every interleaving of a lock design", load: () => import("./check.ts")},
  new: {summary: "write a lock design to start from", load: () => import("./new.ts")},
  report: {summary: "measure, build the report and serve it", load: () => import("./report.ts")},
  list: {
    summary: "show the designs, machines, interpreters, experiments, ...",
    load: () => import("./list.ts")
  },
  dis: {summary: "show a program's bytecode", load: () => import("./dis.ts")},
  calibrate: {
    summary: "measure what things cost here, for the simulated machine",
    load: () => import("./calibrate.ts")
  },
  validate: {
    summary: "compare predictions with real interpreters",
    load: () => import("./validate.ts")
  },
  fit: {
    summary: "fit the slides' machines to some published figures and predict the others",
    load: () => import("./fit.ts")
  },
  interpreters: {summary: "find the real Pythons on this computer", load: () => import("./interpreters.ts")},
  doctor: {summary: "say what this machine can and cannot measure", load: () => import("./doctor.ts")}
};

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`);
  return `convoy COMMAND [ARGUMENTS]

A laboratory for interpreter locks: the same Python program on real threads, on simulated ones, and in real Pythons.

${lines.join("\n")}

convoy COMMAND --help explains one; convoy --version prints the version. For example:

  convoy run --design tick --cores 2 count.py
`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h") {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    const {version} = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    process.stdout.write(`convoy ${version}\n`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry)
    throw new UsageError(`unknown command: ${name}; known commands: ${Object.keys(commands).join(", ")}`);
  const {command} = await entry.load();
  // What follows the program of `run` is the program's.
  const own = name === "run" ? args.slice(0, 1) : args;
  if (own.includes("--help") || own.includes("-h")) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(args);
}

/** Runs the command line with these arguments and sets the process's exit status. */
export async function cli(args: string[]): Promise<void> {
  try {
    process.exitCode = await main(args);
  } catch (error) {
    process.stderr.write(`convoy: ${(error as Error).message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
