import {execFile, spawn} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {build} from "esbuild";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {machineBundle} from "../../../tools/machine-bundle.mjs";

const root = resolve(import.meta.dirname, "../../..");
let folder: string;
let entry: string;

/** The command line as the build emits it, with the stand-in interpreter of the machine's tests. */
beforeAll(async () => {
  folder = mkdtempSync(join(root, "node_modules", ".convoy-test-"));
  await build({...machineBundle(folder), sourcemap: false});
  await build({
    entryPoints: {runtime: join(root, "test/runtime/machines/host/stub.ts")},
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node"
  });
  entry = join(folder, "entry.mjs");
  writeFileSync(entry, `import {cli} from "./cli.js"; await cli(process.argv.slice(2));`);
}, 30_000);
afterAll(() => rmSync(folder, {recursive: true}));

interface Ended {
  status: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

function convoy(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [entry, ...args], {timeout: 50_000}, (_error, stdout, stderr) =>
      done({status: child.exitCode, signal: child.signalCode, stdout, stderr})
    );
  });
}

function program(name: string, operations: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(operations));
  return file;
}

const COMMANDS = [
  ...["run", "data", "check", "new", "report", "list", "dis"],
  ...["calibrate", "validate", "fit", "interpreters", "doctor"]
];

describe("convoy", () => {
  it("lists its commands", async () => {
    const {status, stdout} = await convoy("--help");
    expect(status).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  });
  it("explains each command with an example", async () => {
    for (const command of COMMANDS) {
      const {status, stdout} = await convoy(command, "--help");
      expect(status).toBe(0);
      expect(stdout).toMatch(new RegExp(`^convoy ${command}\\b[^]*[Ff]or example:\\n\\n  convoy ${command}`));
      expect(stdout.split("\n").filter((line) => line.length > 125)).toEqual([]);
    }
  }, 60_000);
  it("names an unknown command and lists the known ones", async () => {
    const {status, stderr} = await convoy("runn");
    expect([status, stderr]).toEqual([
      2,
      `convoy: unknown command: runn; known commands: ${COMMANDS.join(", ")}\n`
    ]);
  });
});

describe("convoy run", () => {
  const errors: [string, string[], RegExp][] = [
    [
      "an unknown design",
      ["--design", "gil", "x.py"],
      /^convoy: unknown design: gil; known designs: tick, tick-condition, timeout, [^;]*, or give a file such as .\/gil.ts\n$/
    ],
    [
      "an unknown machine",
      ["--machine", "cray", "x.py"],
      /^convoy: unknown machine: cray; known machines: host, simulated, exhaustive, native\n$/
    ],
    [
      "an unknown option",
      ["--frobnicate", "x.py"],
      /^convoy: unknown option '--frobnicate'; see convoy run --help\n$/
    ],
    ["no program", [], /^convoy: missing program; give a Python file/],
    [
      "a program that is not there",
      ["nowhere.py"],
      /^convoy: cannot read the program nowhere.py: there is no such file\n$/
    ],
    [
      "cores that are no number",
      ["--cores", "two", "x.py"],
      /^convoy: invalid --cores: two; give a whole number of 1 or more\n$/
    ],
    ["a switch interval below 0", ["--switch-interval", "-1", "x.py"], /^convoy: /],
    [
      "a machine that runs no Python",
      ["--machine", "exhaustive", "x.py"],
      /^convoy: --machine exhaustive runs no Python: .*; use convoy check\n$/
    ],
    [
      "an interpreter of a machine that has none",
      ["--machine", "host:cpython", "x.py"],
      /^convoy: invalid --machine: host:cpython; only native has a name behind the colon\n$/
    ],
    [
      "a seed on real threads",
      ["--seed", "1", "x.py"],
      /^convoy: --seed is for --machine simulated, not host\n$/
    ],
    [
      "an interval that the design does not have",
      ["--design", "tick", "--switch-interval", "1", "x.py"],
      /^convoy: --switch-interval does not apply to the design tick: it has none\n$/
    ],
    [
      "ticks of a design that counts none",
      ["--check-interval", "9", "x.py"],
      /^convoy: --check-interval does not apply to the design timeout: it counts no ticks\n$/
    ],
    [
      "a trace of an unknown kind",
      ["--trace", "t.txt", "x.py"],
      /^convoy: unknown trace format: t.txt; end it in .csv, .parquet, .json\n$/
    ],
    [
      "metrics that cannot be written",
      ["--json", "/nowhere/m.json", "x.py"],
      /^convoy: cannot write --json \/nowhere\/m.json: .*\/nowhere\n$/
    ]
  ];
  it.each(errors)("refuses %s", async (_, args, message) => {
    program("x.py", [[]]);
    const {status, stderr, stdout} = await convoy(
      "run",
      ...args.map((arg) => (arg === "x.py" ? join(folder, arg) : arg))
    );
    expect(stderr).toMatch(message);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
  });
  it("refuses more cores than there are", async () => {
    const {status, stderr} = await convoy("run", "--cores", "4096", program("x.py", [[]]));
    expect(stderr).toMatch(/^convoy: (invalid number of cores: 4096; this process may use \d+|cannot pin)/);
    expect(status).toBe(1);
  });
  it("passes output and exit status on", async () => {
    const {status, stdout} = await convoy(
      "run",
      program("out.py", [
        [
          ["print", "one"],
          ["print", "two"],
          ["status", 3]
        ]
      ])
    );
    expect([status, stdout]).toEqual([3, "one\ntwo\n"]);
  });
  it("writes metrics and a trace", async () => {
    const [json, trace] = [join(folder, "m.json"), join(folder, "t.csv")];
    const file = program("count.py", [
      [
        ["start", 1],
        ["join", 1]
      ],
      [["count", 1000]]
    ]);
    const {status} = await convoy(
      "run",
      "--design",
      "tick",
      "--cores",
      "1",
      "--json",
      json,
      "--trace",
      trace,
      file
    );
    expect(status).toBe(0);
    const metrics = JSON.parse(readFileSync(json, "utf8"));
    expect(metrics).toMatchObject({design: "tick", machine: "host", cores: 1, check_interval_ticks: 100});
    expect(metrics.threads.map((thread: {thread: number}) => thread.thread)).toEqual([0, 1]);
    expect(metrics.threads[1].acquisitions).toBeGreaterThan(9);
    expect(readFileSync(trace, "utf8")).toMatch(/^time_ns,thread,event\n\d+(\.\d+)?,0,acquire\n/);
  });
  it("says that a worker died that held the lock", async () => {
    const file = program("dies.py", [
      [
        ["start", 1],
        ["work", 1e9]
      ],
      [["work", 10], ["exit"]]
    ]);
    const {status, stderr} = await convoy("run", file);
    expect(stderr).toMatch(/^convoy: thread 1 died while it held the interpreter lock: its worker exited\n$/);
    expect(status).toBe(70);
  });
  it("ends by the signal that its program does not handle", async () => {
    const child = spawn(process.execPath, [
      entry,
      "run",
      program("spin.py", [
        [
          ["print", "up"],
          ["work", 1e9]
        ]
      ])
    ]);
    const ended = new Promise<[number | null, string | null]>((done) =>
      child.on("exit", (...how) => done(how))
    );
    await new Promise((up) => child.stdout.once("data", up));
    child.kill("SIGTERM");
    expect(await ended).toEqual([null, "SIGTERM"]);
  });
  it("brings a signal to its handler", async () => {
    const child = spawn(process.execPath, [
      entry,
      "run",
      program("signal.py", [
        [
          ["handle", 10],
          ["print", "up"],
          ["sleep-until-signals", 1],
          ["status", 5]
        ]
      ])
    ]);
    const ended = new Promise<number | null>((done) => child.on("exit", done));
    await new Promise((up) => child.stdout.once("data", up));
    child.kill("SIGUSR1");
    expect(await ended).toBe(5);
  });
  it("prints more than a pipe holds to a reader that is slow", async () => {
    const line = "x".repeat(100_000);
    const file = program("much.py", [Array.from({length: 20}, () => ["print", line])]);
    const child = spawn("sh", ["-c", `"${process.execPath}" "${entry}" run "${file}" | (sleep 0.5; wc -c)`]);
    let counted = "";
    child.stdout.on("data", (bytes) => {
      counted += bytes;
    });
    await new Promise((done) => child.on("close", done));
    expect(Number(counted)).toBe(20 * (line.length + 1));
  });
});

it("convoy run ends although a thread is stuck in a write that nobody reads", async () => {
  const stuck = ["print", "x".repeat(1_000_000)];
  const file = program("stuck.py", [
    [
      ["start", 1],
      ["sleep", 3e8],
      ["status", 4]
    ],
    [["sleep", 1e7], stuck]
  ]);
  const child = spawn(process.execPath, [entry, "run", file], {stdio: ["ignore", "pipe", "inherit"]});
  const status = await new Promise((done) => child.on("exit", done));
  child.stdout?.destroy();
  expect(status).toBe(4);
}, 60_000);

it("convoy dis shows bytecode, and a syntax error as Python does", async () => {
  const good = join(folder, "good.py");
  const bad = join(folder, "bad.py");
  writeFileSync(good, "x = 1\n");
  writeFileSync(bad, "x = (\n");
  expect((await convoy("dis", good)).stdout).toMatch(/STORE_NAME/);
  const {status, stderr} = await convoy("dis", bad);
  expect(status).toBe(1);
  expect(stderr).toMatch(/SyntaxError: /);
});

it("convoy doctor says something of each subject", async () => {
  const {stdout, status} = await convoy("doctor", "--json");
  expect(status).toBe(0);
  const subjects = JSON.parse(stdout).map((finding: {subject: string}) => finding.subject);
  expect(subjects).toEqual(
    expect.arrayContaining([
      "cores",
      "pinning",
      "clock",
      "load",
      "steal",
      "governor",
      "interpreters",
      "browser",
      "shared memory",
      "node"
    ])
  );
}, 30_000);

it("the command says what to do when nothing is built", async () => {
  if (existsSync(join(root, "build/cli.js"))) return;
  const {stderr, status} = await new Promise<Ended>((done) => {
    const child = execFile(process.execPath, [join(root, "bin/convoy.js")], (_e, stdout, stderr) =>
      done({status: child.exitCode, signal: null, stdout, stderr})
    );
  });
  expect([status, stderr]).toEqual([
    1,
    "convoy: missing build/cli.js; run `npm run build` in the project's folder first\n"
  ]);
});
