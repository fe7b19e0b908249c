import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";

const script = resolve(import.meta.dirname, "../../../bin/convoy.js");
const folder = mkdtempSync(join(tmpdir(), "convoy-own-"));
/** What a run leaves behind would be here. */
const temporary = mkdtempSync(join(tmpdir(), "convoy-own-tmp-"));
afterAll(() => {
  for (const one of [folder, temporary]) rmSync(one, {recursive: true});
});

function convoy(...args: string[]) {
  const env = {...process.env, TMPDIR: temporary};
  const {status, stdout, stderr} = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
    timeout: 60_000
  });
  return {status, stdout, stderr};
}

const TEMPLATE = (() => {
  convoy("new", "design", "mine");
  return readFileSync(join(folder, "mine.ts"), "utf8");
})();

/** The design that `convoy new` writes, under another name and with a change. Answers how it is asked for. */
function design(name: string, find = "", replace = ""): string {
  const text = TEMPLATE.replaceAll('"mine', `"${name}`);
  expect(text).toContain(find);
  writeFileSync(join(folder, `${name}.ts`), text.replace(find, replace));
  return `./${name}.ts`;
}

writeFileSync(
  join(folder, "count.py"),
  `import sys, threading
def count(n):
    while n > 0:
        n -= 1
    done.append(n)
done = []
threads = [threading.Thread(target=count, args=(30000,)) for _ in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(done, sys.argv[1:])
`
);
const MACHINES = ["host", "simulated"] as const;

const OWN_TICK = `
import {ACQUIRE, Cell, RELEASE, Semaphore, weights} from "convoy";
class OwnTick {
  constructor(place) {
    this.place = place;
    this.lock = new Semaphore(place.region, "lock", 1);
    this.left = new Cell(place.region, "left", place.checkInterval.value);
  }
  *acquire(t) {
    yield this.lock.take(t);
    this.place.note(t, ACQUIRE);
  }
  *release(t) {
    this.place.note(t, RELEASE);
    yield this.lock.post;
  }
  *check(t) {
    const handling = this.place.handleSignals(t);
    this.left.value = this.place.signalPending() ? 0 : this.place.checkInterval.value;
    if (handling) return;
    yield* this.release(t);
    yield* this.acquire(t);
  }
  *signalled() {}
  ticks() {
    return this.left.value;
  }
  keep(left) {
    this.left.value = left;
  }
}
export default {
  name: "own-tick", title: "ticks of one's own", ticks: 100, switchInterval_us: 0, breaks: 0, weights,
  interruptibleLocks: false, create: (place) => new OwnTick(place)
};
`;

describe("convoy run --design FILE", () => {
  it.each(MACHINES)("runs what convoy new design writes on %s", (machine) => {
    const json = join(folder, `${machine}.json`);
    const args = ["--machine", machine, "--design", "./mine.ts", "--json", json, "count.py", "a"];
    const {status, stdout, stderr} = convoy("run", ...args);
    expect(stderr).toMatch(machine === "host" ? /^$/ : /^convoy: simulated with [^\n]*\n$/);
    expect([status, stdout]).toEqual([0, "[0, 0, 0] ['a']\n"]);
    const metrics = JSON.parse(readFileSync(json, "utf8"));
    expect(metrics).toMatchObject({design: "mine", machine});
    for (const {acquisitions} of metrics.threads) expect(acquisitions).toBeGreaterThan(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(MACHINES)("runs a design in JavaScript that counts ticks on %s", (machine) => {
    writeFileSync(join(folder, "own-tick.js"), OWN_TICK);
    const json = join(folder, "ticks.json");
    const args = ["--machine", machine, "--design", "./own-tick.js", "--check-interval", "50"];
    const {status, stdout} = convoy("run", ...args, "--json", json, "count.py");
    expect([status, stdout]).toEqual([0, "[0, 0, 0] []\n"]);
    const {check_interval_ticks, threads} = JSON.parse(readFileSync(json, "utf8"));
    expect(check_interval_ticks).toBe(50);
    expect(threads[1].acquisitions).toBeGreaterThan(1000);
  });

  it("warns of a lock that does not hold what it must", () => {
    const file = design("deaf", "    yield this.turn.broadcast;\n");
    const {status, stderr} = convoy("run", "--machine", "simulated", "--design", file, "count.py");
    expect(stderr).toMatch(
      /^convoy: the design .\/deaf.ts breaks deadlock, stall; convoy check .\/deaf.ts shows how\n/
    );
    expect(stderr).toMatch(/convoy: deadlock after /);
    expect(status).toBe(70);
  });

  const faults: [string, string, string, RegExp][] = [
    [
      "no-export",
      "export default descriptor;",
      "",
      /^missing default export: .\/no-export.ts; see convoy new/
    ],
    ["not-a-step", "yield this.mutex.lock;", "yield 5 as never;", /invalid step: 5 \(not-a-step.ts:\d+:5\)/],
    [
      "no-such-step",
      "yield this.turn.broadcast;",
      "yield (this as any).turn.broadcats;",
      /^cannot perform the design .\/no-such-step.ts: invalid step: undefined \(no-such-step.ts:\d+:5\)/
    ],
    ["fails", "yield this.turn.broadcast;", 'throw new Error("oh");', /: oh \(fails.ts:84\)$/],
    ["bad-syntax", "class Mine", "klass Mine", /^cannot read the design .* \(bad-syntax.ts:\d+\)$/],
    [
      "state-in-field",
      "this.served.value = (this",
      "(this as any).place = (this",
      /Cannot assign to read only/
    ],
    [
      "no-weights",
      "weights: null,",
      "",
      /^invalid design: .*, weights is undefined; give a function, or null$/
    ],
    ["taken", 'name: "taken"', 'name: "tick"', /^ambiguous name: tick \(.\/taken.ts\); Convoy has a design/]
  ];
  it.each(faults)("%s is explained before anything runs", (name, find, replace, message) => {
    const file = design(name, find, replace);
    for (const machine of MACHINES) {
      const {status, stdout, stderr} = convoy("run", "--machine", machine, "--design", file, "count.py");
      expect(stderr).toMatch(/^convoy: .*\n$/);
      expect(stderr.slice("convoy: ".length, -1)).toMatch(message);
      expect([status, stdout]).toEqual([2, ""]);
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("host refuses a step that it cannot compile, and tells where a design failed later", () => {
    const kept = design(
      "kept",
      "yield this.turn.broadcast;",
      "const step = this.turn.broadcast; yield step;"
    );
    expect(convoy("run", "--design", kept, "count.py").stderr).toMatch(
      /^convoy: cannot read the design .\/kept.ts: invalid step: yield step \(kept.ts:84\); yield a member/
    );
    const late = design("late", "yield this.turn.broadcast;", "if (this.drawn.value > 30) late(); $&");
    const {status, stderr} = convoy("run", "--design", late, "--switch-interval", "1", "count.py");
    expect([status, stderr]).toEqual([
      2,
      "convoy: --switch-interval does not apply to the design late: it has none\n"
    ]);
    writeFileSync(join(folder, "loop.py"), "import time\nfor i in range(100): time.sleep(0)\n");
    const ended = convoy("run", "--design", late, "loop.py");
    expect(ended.stderr).toMatch(
      /^convoy: thread 0 died .*: ReferenceError: late is not defined\n +at .*release .*late.ts:84:/
    );
    expect(ended.status).toBe(70);
  });
});
