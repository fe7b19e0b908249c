import {describe, expect, it} from "vitest";
import {machine, program, run} from "./run.ts";

const COUNT = `
import threading, time
def count(n):
    while n > 0:
        n -= 1
def together(k, n):
    threads = [threading.Thread(target=count, args=(n,)) for _ in range(k)]
    begin = time.perf_counter()
    for t in threads: t.start()
    for t in threads: t.join()
    return time.perf_counter() - begin
`;

const DESIGNS = ["tick", "tick-condition", "timeout"];

describe("the same options", () => {
  const wobbly = `${COUNT}
import os, random
print(together(3, 20000), os.urandom(8), random.random(), time.time())
lock = threading.Lock()
def work():
    for _ in range(20):
        with lock:
            time.sleep(0.0001)
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(time.monotonic())
`;

  it.each(DESIGNS)("give the same bytes, another seed others: %s", (design) => {
    const [a, b, c] = [1, 1, 2].map((seed) => run(wobbly, {design, seed, trace: true, cores: 3}));
    expect(a.failure).toBeNull();
    expect(JSON.stringify(b)).toBe(JSON.stringify(a));
    expect(c.stdout).not.toBe(a.stdout);
    expect(c.trace).not.toEqual(a.trace);
  });

  it("whatever ran before", () => {
    const first = run(wobbly, {seed: 5}).stdout;
    run(COUNT, {seed: 9, design: "tick"});
    expect(run(wobbly, {seed: 5}).stdout).toBe(first);
  });

  it("with the heap laid out instead of copied", () => {
    const source = "import time\nfor i in range(1000): pass\nprint(time.monotonic())";
    expect(run(source, {heap: null}).stdout).toBe(run(source).stdout);
  });

  it("every moment is a whole number of nanoseconds, in order", () => {
    const {trace} = run(wobbly, {trace: true});
    let last = 0;
    for (const {time_ns} of trace!.rows) {
      expect(Number.isSafeInteger(time_ns) && time_ns >= last).toBe(true);
      last = time_ns;
    }
    expect(trace!.rows.length).toBeGreaterThan(100);
  });
});

describe("a loop that waits in vain", () => {
  const spinning = `
import sys, threading, time
over = []
def spin():
    while not over: pass
def forever():
    while True: pass
threading.Thread(target=spin).start()
threading.Thread(target=forever, daemon=True).start()
for i in range(5):
    time.sleep(0.003)
    print(time.monotonic_ns())
over.append(1)
`;
  it.each(DESIGNS)("is charged as if it were executed: %s", (design) => {
    const [charged, executed] = [false, true].map((executeSpins) =>
      run(spinning, {design, executeSpins, trace: true, cores: 2})
    );
    expect(charged.failure).toBeNull();
    expect(charged.stdout).toBe(executed.stdout);
    expect(charged.metrics.threads).toEqual(executed.metrics.threads);
    expect(charged.trace).toEqual(executed.trace);
  });
});

describe("the clock", () => {
  it("goes on with the bytecodes, by the profile", () => {
    const source = `${COUNT}
begin = time.perf_counter_ns()
count(100000)
print(time.perf_counter_ns() - begin)`;
    // Eight bytecodes an iteration: four moves of 3 ns, comparison 10, jump 4, subtraction 12, and one move more.
    const ns = Number(run(source).stdout);
    expect(ns / 100000).toBeGreaterThan(40.9);
    expect(ns / 100000).toBeLessThan(41.2);
  });

  it("sleeps at least as long as asked, and late by the overshoot at most", () => {
    const source = `
import time
late = []
for _ in range(200):
    begin = time.monotonic_ns()
    time.sleep(0.003)
    late.append(time.monotonic_ns() - begin - 3000000)
print(min(late), max(late))`;
    const [least, most] = run(source).stdout.split(" ").map(Number);
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(600_000);
  });

  it("counts processor time apart from time", () => {
    const source = `${COUNT}
begin, cpu = time.monotonic(), time.process_time()
time.sleep(1)
count(10000)
print(time.monotonic() - begin > 1, time.process_time() - cpu < 0.01)`;
    expect(run(source).stdout).toBe("True True\n");
  });
});

describe("directions", () => {
  const ratio = (design: string, cores: number) => {
    const source = `${COUNT}
alone = together(1, 200000) * 2
print(together(2, 200000) / alone)`;
    return Number(run(source, {design, cores, seed: 3}).stdout);
  };

  it("two threads under tick cost more than one after the other on two cores, and about the same on one", () => {
    expect(ratio("tick", 2)).toBeGreaterThan(1.15);
    expect(ratio("tick", 1)).toBeLessThan(1.1);
  });

  it("under timeout they cost about the same everywhere", () => {
    for (const cores of [1, 2]) expect(Math.abs(ratio("timeout", cores) - 1)).toBeLessThan(0.05);
  });

  const echo = (design: string, spinners: number, interval_ms = "-") => {
    const {metrics, failure} = run(program("io_priority"), {
      design,
      argv: ["io_priority.py", interval_ms, "-", `${spinners}`],
      clients: [{kind: "echo", ask_ms: 200, warm_ms: 20}],
      checkHeap: false
    });
    expect(failure).toBeNull();
    const [{latencies_ns, duration_ns}] = metrics.clients;
    return latencies_ns.length / (duration_ns / 1e9);
  };

  it("an echo server beside a spinning thread answers once an interval or so under timeout", () => {
    expect(echo("timeout", 0)).toBeGreaterThan(10_000);
    const [usual, short] = [echo("timeout", 1), echo("timeout", 1, "0.5")];
    expect(usual).toBeGreaterThan(80);
    expect(usual).toBeLessThan(1000);
    expect(short / usual).toBeGreaterThan(4);
    expect(echo("timeout", 2)).toBeLessThan(usual);
  });

  it("and hardly notices it under tick", () => {
    expect(echo("tick", 1)).toBeGreaterThan(echo("tick", 0) / 3);
  });

  it("a signal waits for the interval where the main thread sleeps beside a spinning one under timeout", () => {
    const median_us = (spinners: number) => {
      const {metrics, failure} = run(program("signal_latency"), {
        argv: ["signal_latency.py", "sleeping", `${spinners}`],
        clients: [{kind: "signals", signals: 9}]
      });
      expect(failure).toBeNull();
      const sorted = [...metrics.clients[0].latencies_ns].sort((a, b) => a - b);
      expect(sorted.length).toBe(9);
      return sorted[4] / 1000;
    };
    expect(median_us(0)).toBeLessThan(500);
    expect(median_us(1)).toBeGreaterThan(4000);
    expect(median_us(1)).toBeLessThan(6000);
  });
});

describe("a run that cannot go on", () => {
  it("names an address that is not simulated", () => {
    const source = (call: string) => `import socket\ns = socket.socket()\n${call}`;
    expect(run(source("s.connect(('192.0.2.1', 80))")).failure).toBe(
      "address not simulated: 192.0.2.1:80; programs reach 127.0.0.1 and what listens there in the run"
    );
    expect(run(source("s.bind(('10.1.2.3', 80))")).failure).toContain("10.1.2.3:80");
    expect(run(source("s.connect(('example.com', 80))")).failure).toMatch(
      /^address not simulated: example\.com; /
    );
    expect(run(source("s.connect(('no.such.invalid', 80))")).stderr).toContain("gaierror: [Errno -2]");
  });

  it("ends at its limit of virtual time", () => {
    const {failure, metrics} = run("while True: pass", {limit_ns: 2e7, checkHeap: false});
    expect(failure).toBe("the run's limit of 0.02 virtual seconds has passed");
    expect(metrics.wall_s).toBeCloseTo(0.02, 6);
  });

  it.each([
    [{cores: 0}, "invalid number of cores: 0; give a whole number from 1 to 1024"],
    [{cores: 1025}, "invalid number of cores: 1025"],
    [{seed: -1}, "invalid seed: -1; give a whole number from 0 to 4294967295"],
    [{seed: 2 ** 32}, "invalid seed: 4294967296"],
    [{design: "none"}, "unknown design: none"],
    [{scheduler: "none"}, "unknown scheduler: none"],
    [{scheduler: "decay", pin: true}, "cannot pin threads under the scheduler decay"]
  ])("refuses %j", (options, message) => {
    expect(() => run("pass", options)).toThrow(message);
  });
});

describe("what the program does", () => {
  it("is reported: status, output, errors", () => {
    const {status, stdout, stderr, failure} = run(
      "import sys\nprint('out')\nsys.stderr.write('err\\n')\nsys.exit(3)"
    );
    expect([status, stdout, stderr, failure]).toEqual([3, "out\n", "err\n", null]);
    expect(run("1 +").status).toBe(1);
    expect(run("1 +").stderr).toContain("SyntaxError: invalid syntax");
    expect(run("import os\nos._exit(5)\nprint(1)")).toMatchObject({status: 5, stdout: ""});
    expect(run("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\nprint(1)").signal).toBe(15);
  });

  it("is measured, thread by thread", () => {
    const {metrics} = run(`${COUNT}\ntogether(2, 100000)`, {cores: 4});
    expect(metrics.threads.map(({thread}) => thread)).toEqual([0, 1, 2]);
    for (const {
      thread,
      user_us,
      bytecodes,
      acquisitions,
      releases,
      ended_ns,
      started_ns
    } of metrics.threads) {
      expect(acquisitions).toBe(releases);
      expect(ended_ns).toBeGreaterThan(started_ns);
      if (thread === 0) continue;
      expect(user_us).toBeGreaterThan(4000);
      expect(user_us).toBeLessThan(4500);
      expect(bytecodes).toBeGreaterThan(800000);
    }
    expect(metrics).toMatchObject({
      design: "timeout",
      machine: "simulated",
      cores: 4,
      seed: 1,
      scheduler: "eevdf"
    });
  });

  it("sees the cores of the machine, and a fixed day", () => {
    const source = "import os, time\nprint(os.cpu_count(), time.gmtime()[:3], os.getpid() > 0)";
    expect(run(source, {cores: 12}).stdout).toBe("12 (2026, 1, 1) True\n");
  });

  it("runs under every scheduler on any number of cores", () => {
    for (const scheduler of machine.schedulers.map(({name}) => name)) {
      for (const cores of [1, 3, 1024]) {
        const {stdout, failure} = run(`${COUNT}\ntogether(4, 2000)\nprint('done')`, {scheduler, cores});
        expect([stdout, failure]).toEqual(["done\n", null]);
      }
    }
  });

  it("calls the kernel at each check where a condition counts a waiter that does not run yet", () => {
    const calls = (conditions: "futex" | "counted") => {
      const profile = {...machine.defaultProfile, conditions};
      const options = {design: "tick-condition", cores: 1, scheduler: "decay", profile};
      return run(`${COUNT}\ntogether(2, 1000000)`, options).metrics.lock_calls;
    };
    // Of 40,000 checks a good part has a waiter.
    expect(calls("futex")).toBeLessThan(2000);
    expect(calls("counted")).toBeGreaterThan(4000);
  });

  it("finds its standard input at the end", () => {
    expect(run("import os\nprint(os.read(0, 10))").stdout).toBe("b''\n");
  });

  it("may have many threads", () => {
    const source = `
import threading
n = 0
lock = threading.Lock()
def work():
    global n
    for _ in range(3):
        with lock:
            n += 1
threads = [threading.Thread(target=work) for _ in range(60)]
for t in threads: t.start()
for t in threads: t.join()
print(n)`;
    for (const design of DESIGNS) expect(run(source, {design, cores: 16}).stdout).toBe("180\n");
  });
});
