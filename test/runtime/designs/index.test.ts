import {describe, expect, it} from "vitest";
import {type Design, designs, findDesign, heeded} from "../../../runtime/designs/index.ts";
import {Timeout} from "../../../runtime/designs/timeout.ts";
import {NOT_READY} from "../../../runtime/machines/devices.ts";
import type {Steps} from "../../../runtime/machines/steps.ts";
import {Thread} from "../../../runtime/machines/thread.ts";
import {BREAK_DROP, BREAK_LOOK, BREAK_SIGNAL, BREAKER} from "../../../runtime/objects/layout.ts";
import {MAIN, OTHER, rig} from "./perform.ts";

describe("findDesign", () => {
  it("finds each design by its name", () => {
    for (const design of designs) expect(findDesign(design.name)).toBe(design);
  });
  it.each([
    ["prioritee", "priority"],
    ["timout", "timeout"],
    ["bsf", "bfs"],
    ["round-robin", "roundrobin"]
  ])("lists the known designs, the nearest to %s first", (name, nearest) => {
    const others = designs.map((design) => design.name).filter((one) => one !== nearest);
    const names = [nearest, ...others].join(", ");
    expect(() => findDesign(name)).toThrow(`unknown design: ${name}; known designs: ${names}`);
  });
});

it("no two locks that no time-out helps perform the same steps", () => {
  const alone = ["tick", "tick-condition", "timeout", "roundrobin"];
  const traces = alone.map((name) => {
    const descriptor = findDesign(name);
    const {design, log, perform} = rig(descriptor);
    perform(design.acquire(MAIN));
    perform(design.check(MAIN));
    perform(design.release(MAIN));
    return log.map((step) => step.replace(/ \d+/g, "")).join(" ");
  });
  expect(new Set(traces).size).toBe(alone.length);
});

describe.each(["tick", "tick-condition"])("%s", (name) => {
  it("releases and acquires at a check, and starts the countdown again", () => {
    const {design, log, perform} = rig(findDesign(name));
    perform(design.acquire(MAIN));
    expect(design.ticks()).toBe(100);
    design.keep(-1);
    log.length = 0;
    perform(design.check(MAIN));
    expect(log.filter((step) => step.startsWith("note"))).toEqual(["note 3", "note 0"]);
    expect(design.ticks()).toBe(100);
  });
  it("makes every tick a check while a signal waits for another thread", () => {
    const {design, signals, perform} = rig(findDesign(name));
    perform(design.acquire(OTHER));
    signals.pending = true;
    perform(design.check(OTHER));
    expect(design.ticks()).toBe(0);
    perform(design.check(MAIN));
    expect(design.ticks()).toBe(100);
  });
  it("runs a handler before it releases", () => {
    const {design, signals, log, perform} = rig(findDesign(name));
    perform(design.acquire(MAIN));
    signals.pending = true;
    log.length = 0;
    perform(design.check(MAIN));
    expect(log).toEqual([]);
  });
  it("hands the rest of a countdown to the next holder", () => {
    const {design} = rig(findDesign(name));
    design.keep(17);
    expect(design.ticks()).toBe(17);
  });
});

describe("timeout", () => {
  const timeout = findDesign("timeout");
  const locked = (memory: Int32Array) => memory.subarray(1024).findIndex((_, i) => i === 4 * 16) + 1024;

  it("never switches unless asked", () => {
    const {design, log, perform} = rig(timeout);
    perform(design.acquire(MAIN));
    log.length = 0;
    perform(design.check(MAIN));
    expect(log).toEqual([`load ${BREAKER}`]);
  });
  it("asks the holder to drop the lock after an interval without a switch", () => {
    let waits = 0;
    const {design, memory, log, perform} = rig(timeout, (words) => {
      if (++waits === 2) words[locked(words)] = 0;
      return waits === 1 ? 1 : 0;
    });
    perform(design.acquire(OTHER));
    log.length = 0;
    perform(design.acquire(MAIN));
    expect(log).toContain(`or ${BREAKER} ${BREAK_DROP}`);
    expect(log.filter((step) => step.startsWith("note"))).toEqual(["note 1", "note 4", "note 0"]);
    expect(memory[BREAKER]).toBe(0);
  });
  it("does not ask when it was woken but came too late", () => {
    let waits = 0;
    const {design, log, perform} = rig(timeout, (words) => {
      if (++waits === 2) words[locked(words)] = 0;
      return 0;
    });
    perform(design.acquire(OTHER));
    log.length = 0;
    perform(design.acquire(MAIN));
    expect(log.filter((step) => step.startsWith("note"))).toEqual(["note 1", "note 2", "note 0"]);
  });
  it("waits for the switch when it was asked to drop", () => {
    const {design, memory, log, perform} = rig(timeout);
    perform(design.acquire(MAIN));
    memory[BREAKER] = BREAK_DROP;
    log.length = 0;
    perform(design.release(MAIN));
    expect(log.filter((step) => step.startsWith("wait")).length).toBe(1);
    expect(memory[BREAKER]).toBe(0);
  });
  it("interrupts only the main thread for a signal", () => {
    const {design, memory, signals, perform} = rig(timeout);
    perform(design.signalled());
    signals.pending = true;
    perform(design.check(OTHER));
    expect(signals.pending).toBe(true);
    expect(memory[BREAKER]).toBe(BREAK_SIGNAL);
    perform(design.check(MAIN));
    expect(signals.pending).toBe(false);
    expect(memory[BREAKER]).toBe(0);
  });
});

describe("what was proposed to change in timeout", () => {
  /** The notes of a thread that comes while another has the lock, and how long it first waits, in nanoseconds. */
  function coming(
    name: string,
    before: (perform: (steps: Steps) => void, design: Design) => void = () => {}
  ) {
    const {design, memory, log, placed, perform} = rig(findDesign(name), (words) => {
      words[locked] = 0;
      return 0;
    });
    const locked = placed.find((one) => one.name === "locked")!.at;
    before(perform, design);
    memory[BREAKER] = 0;
    perform(design.acquire(OTHER));
    log.length = 0;
    perform(design.acquire(MAIN));
    const waited = log.find((step) => step.startsWith("wait"))!;
    return {asked: log.includes("note 4"), wait_ns: Number(waited.split(" ").at(-1))};
  }
  /** The thread has the lock and is made to give it up. */
  const preempted = (t: number) => (perform: (steps: Steps) => void, design: Design) => {
    perform(design.acquire(t));
    perform((design as Timeout).giveWay(t));
    perform(Timeout.prototype.release.call(design, t));
  };

  it("timeout itself waits for an interval", () => {
    expect(coming("timeout")).toEqual({asked: false, wait_ns: 5_000_000});
  });
  it("with priority requests a thread asks at once when it comes back by itself", () => {
    expect(coming("timeout-with-priority-requests").asked).toBe(true);
  });
  it("interactive trusts a thread after two early releases", () => {
    const early = (times: number) => (perform: (steps: Steps) => void, design: Design) => {
      for (let i = 0; i < times; i++) {
        perform(design.acquire(MAIN));
        perform(design.release(MAIN));
      }
    };
    expect(coming("interactive", early(1)).asked).toBe(false);
    expect(coming("interactive", early(2)).asked).toBe(true);
  });
  it("priority asks at once only where the holder was preempted before", () => {
    expect(coming("priority").asked).toBe(false);
    expect(coming("priority", preempted(OTHER)).asked).toBe(true);
    expect(coming("priority", preempted(MAIN)).asked).toBe(false);
  });
  it("holy waits 1 us behind a holder of lower priority", () => {
    expect(coming("holy").wait_ns).toBe(1000);
  });
});

it("fair lets a thread pass that did not have the lock last, and roundrobin lets nobody", () => {
  const waits = (name: string) => {
    const {design, memory, log, placed, perform} = rig(findDesign(name));
    const at = (wanted: string) => placed.find((one) => one.name === wanted)!.at;
    perform(design.acquire(OTHER));
    perform(design.release(OTHER));
    memory[at("waiting")] = 1;
    return [MAIN, OTHER].map((t) => {
      log.length = 0;
      memory[at("locked")] = 0;
      if (name === "fair") memory[at("last_owner")] = OTHER;
      perform(design.acquire(t));
      return log.some((step) => step.startsWith("wait"));
    });
  };
  expect(waits("roundrobin")).toEqual([true, true]);
  expect(waits("fair")).toEqual([false, true]);
});

it("pypy's release tells nobody, and a thread that yields hands the lock over", () => {
  const {design, log, placed, perform} = rig(findDesign("pypy"));
  const at = (wanted: string) => placed.find((one) => one.name === wanted)!.at;
  perform(design.acquire(MAIN));
  log.length = 0;
  perform(design.release(MAIN));
  expect(log).toEqual(["note 3", `store ${at("rpy_fastgil")}`]);
});

it("levels lets a thread pass those of lower priority that wait, and no others", () => {
  const waits = (level: number, t: number) => {
    const {design, memory, log, placed, perform} = rig(findDesign("levels"), (words) => {
      words[at] = 0;
      return 0;
    });
    const {at} = placed.find(({name}) => name === `waiting ${level}`)!;
    memory[at] = 1;
    log.length = 0;
    perform(design.acquire(t));
    return log.some((step) => step.startsWith("wait"));
  };
  expect(waits(0, MAIN)).toBe(false);
  expect(waits(1, MAIN)).toBe(true);
  expect(waits(1, OTHER)).toBe(true);
});

describe("bfs", () => {
  /** The other thread has the lock, the clock has gone on by `us`, and the main thread comes and waits until it is named. */
  function coming(us: number) {
    const {design, memory, log, placed, perform} = rig(findDesign("bfs"), (words) => {
      words[at("bfs_thread")] = MAIN;
      return 0;
    });
    const at = (wanted: string) => placed.find(({name}) => name === wanted)!.at;
    perform(design.acquire(OTHER));
    memory[at("bfs_python_time, now")] = us;
    log.length = 0;
    perform(design.acquire(MAIN));
    return log;
  }

  it("asks the runner to let go where its own deadline comes no later", () => {
    expect(coming(0)).toContain(`or ${BREAKER} ${BREAK_DROP}`);
  });
  it("asks it to look at its time where its own deadline comes later", () => {
    expect(coming(5000)).toContain(`or ${BREAKER} ${BREAK_LOOK}`);
  });
  it("wakes after 5.5 ms for each that waits", () => {
    expect(coming(0).find((step) => step.startsWith("wait"))).toMatch(/ 5500000$/);
  });
  it("lets a runner that is asked to look go on while it has time left", () => {
    const {design, memory, log, perform} = rig(findDesign("bfs"));
    perform(design.acquire(MAIN));
    memory[BREAKER] = BREAK_LOOK;
    log.length = 0;
    perform(design.check(MAIN));
    expect(memory[BREAKER]).toBe(0);
    expect(log.filter((step) => step.startsWith("note"))).toEqual([]);
  });
});

describe("turns", () => {
  const asks = `or ${BREAKER} ${BREAK_DROP}`;

  /** The other thread has the lock; the main thread comes, with so much left of its turn, and waits until the lock is free. */
  function coming(left_us: number) {
    const {design, memory, log, placed, placedInThreads, perform} = rig(findDesign("turns"), (words) => {
      words[at("locked")] = 0;
      return 0;
    });
    const at = (wanted: string) => placed.find(({name}) => name === wanted)!.at;
    const left = placedInThreads.find(({name}) => name === "left")!.at;
    memory[MAIN + left] = left_us;
    perform(design.acquire(OTHER));
    log.length = 0;
    perform(design.acquire(MAIN));
    return {log, left_us: memory[MAIN + left]};
  }

  it("asks for the lock at once within a turn, and watches for it before it sleeps", () => {
    const {log, left_us} = coming(1000);
    expect(log).toContain(asks);
    expect(log.some((step) => step.startsWith("spin"))).toBe(true);
    expect(left_us).toBe(1000);
  });
  it("waits for as long as the holder has left, without a turn, and begins one", () => {
    const {log, left_us} = coming(0);
    expect(log).not.toContain(asks);
    expect(log.find((step) => step.startsWith("wait"))).toMatch(/ 5000000$/);
    expect(left_us).toBe(5000);
  });
  it("takes a free lock before those who wait, within a turn only", () => {
    const waits = (left_us: number) => {
      const {design, memory, log, placed, placedInThreads, perform} = rig(findDesign("turns"), (words) => {
        words[queue] = MAIN;
        return 0;
      });
      const queue = placed.find(({name}) => name === "waiting")!.at;
      memory[queue] = OTHER;
      memory[MAIN + placedInThreads.find(({name}) => name === "left")!.at] = left_us;
      perform(design.acquire(MAIN));
      return log.some((step) => step.startsWith("wait"));
    };
    expect([waits(1000), waits(0)]).toEqual([false, true]);
  });
});

describe("a design that keeps the lock over a call that need not wait", () => {
  const performed = (name: string, answer: number) => {
    const descriptor = findDesign(name);
    const {design, memory, log, perform} = rig(descriptor, () => 0, answer);
    const interpreter = {
      run: () => 0,
      block: () => 0,
      attempt: () => 0,
      finishBlock() {},
      handleSignals: () => false
    };
    const keepsLock = descriptor.keepsLock ?? false;
    const thread = new Thread({
      design,
      keepsLock,
      interpreter,
      memory,
      note: (_t, event) => log.push(`note ${event}`)
    });
    perform(design.acquire(MAIN));
    log.length = 0;
    perform(thread.blocked(MAIN));
    return log.map((step) => step.split(" ")[0] + (step.startsWith("note") ? step.slice(4) : ""));
  };
  const keeping = designs.filter(({keepsLock}) => keepsLock).map(({name}) => name);

  it.each(keeping)("%s tries it, and is done if it was ready", (name) => {
    expect(performed(name, 0)).toEqual(["attempt"]);
  });
  it.each(keeping)("%s gives the lock up if it was not", (name) => {
    const log = performed(name, NOT_READY);
    expect(log[0]).toBe("attempt");
    expect(log.filter((step) => step.startsWith("note"))).toEqual(["note 3", "note 5", "note 6", "note 0"]);
  });
  it("timeout does not try", () => {
    expect(performed("timeout", 0)).not.toContain("attempt");
  });
});

it("before 3.9 a pending signal stopped every thread, since then the main thread alone", () => {
  const bits = (name: string) =>
    [true, false].map((isMain) => heeded(findDesign(name), isMain) & BREAK_SIGNAL);
  expect(bits("timeout-before-3.9")).toEqual([BREAK_SIGNAL, BREAK_SIGNAL]);
  expect(bits("timeout")).toEqual([BREAK_SIGNAL, 0]);
});
