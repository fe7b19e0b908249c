import {
  ROOT
} from "./chunk-5FFENWPN.js";
import {
  UsageError
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/index.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
var commands = {
  run: {
    summary: "run a Python program: on real threads, on virtual cores, in a real Python",
    load: () => import("./run-E63SOYUJ.js")
  },
  data: { summary: "measure the experiments into datasets", load: () => import("./data-SHFRFUVM.js") },
  check: { summary: "try every interleaving of a lock design", load: () => import("./check-3ZCI4HTK.js") },
  new: { summary: "write a lock design to start from", load: () => import("./new-M6GD4DAM.js") },
  report: { summary: "measure, build the report and serve it", load: () => import("./report-OAS35SH2.js") },
  list: {
    summary: "show the designs, machines, interpreters, experiments, ...",
    load: () => import("./list-H234OX3W.js")
  },
  dis: { summary: "show a program's bytecode", load: () => import("./dis-ZPLKT4AY.js") },
  calibrate: {
    summary: "measure what things cost here, for the simulated machine",
    load: () => import("./calibrate-VWLE5T3A.js")
  },
  validate: {
    summary: "compare predictions with real interpreters",
    load: () => import("./validate-VJZ2RHX6.js")
  },
  fit: {
    summary: "fit the slides' machines to some published figures and predict the others",
    load: () => import("./fit-DXZYTNOV.js")
  },
  interpreters: { summary: "find the real Pythons on this computer", load: () => import("./interpreters-SOXLHG54.js") },
  doctor: { summary: "say what this machine can and cannot measure", load: () => import("./doctor-UIIZVLU2.js") }
};
function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `convoy COMMAND [ARGUMENTS]

A laboratory for interpreter locks: the same Python program on real threads, on simulated ones, and in real Pythons.

${lines.join("\n")}

convoy COMMAND --help explains one; convoy --version prints the version. For example:

  convoy run --design tick --cores 2 count.py
`;
}
async function main([name, ...args]) {
  if (name === void 0 || name === "--help" || name === "-h") {
    process.stdout.write(overview());
    return name === void 0 ? 2 : 0;
  }
  if (name === "--version") {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    process.stdout.write(`convoy ${version}
`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : void 0;
  if (!entry)
    throw new UsageError(`unknown command: ${name}; known commands: ${Object.keys(commands).join(", ")}`);
  const { command } = await entry.load();
  const own = name === "run" ? args.slice(0, 1) : args;
  if (own.includes("--help") || own.includes("-h")) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(args);
}
async function cli(args) {
  try {
    process.exitCode = await main(args);
  } catch (error) {
    process.stderr.write(`convoy: ${error.message}
`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
export {
  cli
};
//# sourceMappingURL=cli.js.map
