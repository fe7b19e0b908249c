import {describe, expect, it} from "vitest";
import {designs, findDesign} from "../../../runtime/designs/index.ts";
import {BREAK_DROP, BREAK_SIGNAL, BREAKER} from "../../../runtime/objects/layout.ts";
import {MAIN, OTHER, rig} from "./perform.ts";

describe("findDesign", () => {
  it("finds each design by its name", () => {
    for (const design of designs) expect(findDesign(design.name)).toBe(design);
  });
  it("names an unknown design and lists the known ones", () => {
    expect(() => findDesign("bfs")).toThrow(
      "unknown design: bfs; known designs: tick, tick-condition, timeout"
    );
  });
});

it("no two designs perform the same steps", () => {
  const traces = designs.map((descriptor) => {
    const {design, log, perform} = rig(descriptor);
    perform(design.acquire(MAIN));
    perform(design.check(MAIN));
    perform(design.release(MAIN));
    return log.map((step) => step.replace(/ \d+/g, "")).join(" ");
  });
  expect(new Set(traces).size).toBe(designs.length);
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
