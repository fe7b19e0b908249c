import {type SpawnSyncReturns, spawn, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {delimiter, join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {standIn} from "./stand-in.ts";

const script = resolve(import.meta.dirname, "../../../bin/convoy.js");
const folder = mkdtempSync(join(tmpdir(), "convoy-native-"));
afterAll(() => rmSync(folder, {recursive: true}));

const LIMIT_MS = 60_000;
const pythons = [
  standIn(folder, "old", "2.7.9"),
  standIn(folder, "new", "3.9.2"),
  standIn(folder, "newer", "3.12.8"),
  standIn(folder, "free", "3.13.1", {free: true, gil: false}),
  standIn(folder, "pypy", "3.10.1", {implementation: "PyPy", version: "7.3.1"})
];
const env = {...process.env, CONVOY_PYTHONS: pythons.join(delimiter)};

function program(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const says = program("says.py", 'echo "$0 $@"; cat; echo wrong >&2; exit 7\n');

function native(args: string[], options: object = {}): SpawnSyncReturns<string> {
  const all = [script, "run", "--machine", ...args];
  return spawnSync(process.execPath, all, {encoding: "utf8", env, timeout: LIMIT_MS, input: "", ...options});
}

describe("convoy run --machine native:NAME", () => {
  it("passes input, arguments, output and exit status", () => {
    const {status, stdout, stderr} = native(["native:cpython-3.9.2", says, "--json", "b c"], {input: "in\n"});
    expect([status, stdout, stderr]).toEqual([7, `${says} --json b c\nin\n`, "wrong\n"]);
  });
  it("takes the newest CPython with the lock where none is named, and writes what it measured", () => {
    const json = join(folder, "metrics.json");
    const metrics = (...args: string[]) => {
      native(["native", ...args, "--json", json, says]);
      return JSON.parse(readFileSync(json, "utf8"));
    };
    const measured = metrics();
    expect(measured).toMatchObject({
      machine: "native",
      interpreter: "cpython-3.12.8",
      design: "timeout",
      gil: true,
      path: pythons[2],
      cores: null,
      switch_interval_us: null
    });
    expect(measured.wall_s).toBeGreaterThan(0);
    expect(measured.cpu_s).toBeGreaterThan(0);
    expect(measured.voluntary_switches).toBeGreaterThan(0);
    const old = process.platform === "darwin" ? "tick-condition" : "tick";
    expect(metrics("--design", old)).toMatchObject({interpreter: "cpython-2.7.9", design: old});
  });
  it.skipIf(process.platform !== "linux" || availableParallelism() < 2)("pins", () => {
    const file = program("cores.py", "grep Cpus_allowed_list /proc/self/status\n");
    expect(native(["native", "--cores", "1", file]).stdout).toMatch(/^Cpus_allowed_list:\s+\d+\n$/);
  });
  it("sets intervals ahead of the program", () => {
    const set = native(["native", "--switch-interval", "0.002", says]);
    expect(set.stdout).toContain("    sys.setswitchinterval(0.002)\n");
    const {stdout} = native(["native:cpython-2.7.9", "--check-interval", "9", says]);
    expect(stdout).toContain("    sys.setcheckinterval(9)\n");
  });
  it("ends by the signal that ended the program", () => {
    const {status, signal} = native(["native", program("killed.py", "kill -TERM $$\n")]);
    expect([status, signal]).toEqual([null, "SIGTERM"]);
  });
  it.each(["SIGINT", "SIGUSR1"] as const)(
    "brings %s to the program once, and waits for it",
    async (signal) => {
      const file = program(
        `${signal}.py`,
        `trap 'echo caught; sleep 0.2; exit 5' ${signal.slice(3)}\necho up\nwhile :; do sleep 0.05; done\n`
      );
      const child = spawn(process.execPath, [script, "run", "--machine", "native", file], {
        env,
        // What the shell says of its own children that a signal ended.
        stdio: ["ignore", "pipe", "ignore"],
        timeout: LIMIT_MS
      });
      let output = "";
      child.stdout.on("data", (text) => {
        output += text;
        if (output === "up\n") child.kill(signal);
      });
      const status = await new Promise((done) => child.on("close", done));
      expect([status, output]).toEqual([5, "up\ncaught\n"]);
    },
    LIMIT_MS
  );

  const errors: [string, string[], RegExp][] = [
    [
      "an unknown interpreter",
      ["native:cpython-9"],
      /^unknown interpreter: cpython-9; known inter.*3.12.8, /
    ],
    ["no name", ["native:"], /^missing interpreter: --machine native: needs a name, such as native:cpython-/],
    [
      "a lock that none has",
      ["native", "--design", process.platform === "darwin" ? "tick" : "tick-condition"],
      /^missing interpreter: no CPython with the lock tick.*; there are cpython-3.12.8 \(timeout\), /
    ],
    [
      "a lock that this one does not have",
      ["native:cpython-2.7.9", "--design", "timeout"],
      /^invalid --design: timeout; cpython-2.7.9 has its own lock \(tick.*\): leave --design out$/
    ],
    [
      "a lock from a file",
      ["native", "--design", "./mine.ts"],
      /^invalid --design: .\/mine.ts; a real interp/
    ],
    ["an unknown lock", ["native", "--design", "gil"], /^unknown design: gil; known designs: tick, /],
    ["a trace", ["native", "--trace", "t.csv"], /^--trace is for --machine host or simulated, not native$/],
    ["a seed", ["native", "--seed", "1"], /^--seed is for --machine simulated, not native$/],
    ["a heap", ["native", "--heap", "64"], /^--heap is for --machine host or simulated, not native$/],
    [
      "ticks where time is measured",
      ["native:cpython-3.9.2", "--check-interval", "9"],
      /^--check-interval is for locks that count ticks \(.*\), not for cpython-3.9.2 \(timeout\)$/
    ],
    [
      "time where there is no lock",
      ["native:cpython-3.13.1t", "--switch-interval", "1"],
      /^--switch-interval is for locks that measure time \(timeout\), not for cpython-3.13.1t \(free-threaded\)$/
    ]
  ];
  it.each(errors)("refuses %s", (_, args, message) => {
    const {status, stdout, stderr} = native([...args, says]);
    expect(stderr).toMatch(/^convoy: .*\n$/);
    expect(stderr.slice("convoy: ".length, -1)).toMatch(message);
    expect([status, stdout]).toEqual([2, ""]);
  });
});

const PROGRAM = `import sys
print([sys.argv[1:], __name__, "run" in globals(), getattr(sys, sys.argv[1])()])
sys.stdout.flush()
raise ValueError("end")
`;
const real = [
  ["python3", "getswitchinterval", "--switch-interval", "0.002"],
  ["python2.7", "getcheckinterval", "--check-interval", "9"]
].filter(([command]) => spawnSync(command, ["-c", ""]).status === 0);

describe.skipIf(real.length === 0)("settings ahead of a program", () => {
  it.each(real)("%s runs it as if alone", (command, get, option, value) => {
    const file = program(`real-${command}.py`, PROGRAM);
    const options = {env: {...process.env, CONVOY_PYTHONS: command}};
    const name = JSON.parse(
      spawnSync(process.execPath, [script, "interpreters", "--json"], {encoding: "utf8", ...options}).stdout
    )[0].name;
    const set = native([`native:${name}`, option, value, file, get], options);
    const alone = native([`native:${name}`, file, get], options);
    expect(set.stdout).toBe(`[['${get}'], '__main__', False, ${value}]\n`);
    expect(set.stderr).toBe(alone.stderr);
    expect(alone.stderr).toMatch(
      /^Traceback .*\n {2}File ".*real-.*", line 4, in <module>\n.*\nValueError: end\n$/
    );
    expect([set.status, alone.status]).toEqual([1, 1]);
  });
});
