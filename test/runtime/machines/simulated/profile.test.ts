import {describe, expect, it} from "vitest";
import {I, INSTRUCTIONS} from "../../../../runtime/interpreter/instructions.ts";
import {OPCODE_NAMES} from "../../../../runtime/language/opcodes.ts";
import {COSTS, type CostName} from "../../../../runtime/machines/simulated/costs.ts";
import {defaultProfile} from "../../../../runtime/machines/simulated/default-profile.ts";
import {instructionCosts, isFused, REST} from "../../../../runtime/machines/simulated/opcodes.ts";
import {
  checkProfile,
  costsOf,
  type Profile,
  unmeasured
} from "../../../../runtime/machines/simulated/profile.ts";

const copy = (): Profile => JSON.parse(JSON.stringify(defaultProfile));
const withCost = (name: CostName, change: object) => {
  const profile = copy();
  Object.assign(profile.costs[name], change);
  return profile;
};

describe("a profile", () => {
  it("that is whole is taken as it is", () => {
    expect(checkProfile(copy(), "p.json")).toEqual(defaultProfile);
    expect(Object.keys(costsOf(defaultProfile)).sort()).toEqual(Object.keys(COSTS).sort());
  });

  it("names what nobody measured", () => {
    expect(unmeasured(withCost("atomic_ns", {provenance: "measured"}))).not.toContain("atomic_ns");
    expect(unmeasured(copy())).toContain("atomic_ns");
    expect(unmeasured(copy())).not.toContain("tick_ns");
  });

  const {atomic_ns: _, ...rest} = copy().costs;
  it.each([
    ["no object in the profile p.json", []],
    ['unknown format: "x"; known: convoy-profile-2; in', {...copy(), format: "x"}],
    [
      "old format: convoy-profile-1; measure again with convoy calibrate",
      {...copy(), format: "convoy-profile-1"}
    ],
    ["invalid cores: 0; give a whole number of 1 or more, or null", {...copy(), cores: 0}],
    [
      "unknown scheduler: lottery; known schedulers: eevdf, fair, decay, round-robin; in",
      {...copy(), scheduler: "lottery"}
    ],
    ["missing cost: atomic_ns (one atomic operation", {...copy(), costs: rest}],
    ["unknown cost: magic_ns", {...copy(), costs: {...copy().costs, magic_ns: {}}}],
    ["invalid atomic_ns: 1.5; give a whole number", withCost("atomic_ns", {value: 1.5})],
    ["invalid atomic_ns: -1; give a whole number", withCost("atomic_ns", {value: -1})],
    ["invalid tick_ns: 0; give a number above 0", withCost("tick_ns", {value: 0})],
    ["invalid wake_busy_ns: [2,1]; give quantiles", withCost("wake_busy_ns", {value: [2, 1]})],
    ["invalid wake_idle_ns: [2,1]; give pairs", withCost("wake_idle_ns", {value: [2, 1]})],
    ["invalid wake_idle_ns: [[5,[1]]]; give pairs", withCost("wake_idle_ns", {value: [[5, [1]]]})],
    [
      "invalid wake_idle_ns: [[0,[1]],[0,[1]]]; give pairs",
      withCost("wake_idle_ns", {
        value: [
          [0, [1]],
          [0, [1]]
        ]
      })
    ],
    ["invalid wake_idle_ns: [[0,[2,1]]]; give pairs", withCost("wake_idle_ns", {value: [[0, [2, 1]]]})],
    ["invalid wake_busy_ns: 5; give quantiles", withCost("wake_busy_ns", {value: 5})],
    ["invalid wake_idle_ns: []; give pairs", withCost("wake_idle_ns", {value: []})],
    ["invalid provenance of atomic_ns: rumour; give measured", withCost("atomic_ns", {provenance: "rumour"})],
    ['invalid conditions: "x"; give futex or counted', {...copy(), conditions: "x"}],
    ['invalid order: "best"; give first, last or any', {...copy(), order: "best"}]
  ])("is refused: %s", (message, profile) => {
    expect(() => checkProfile(profile, "p.json")).toThrow(message);
  });
});

describe("instructions", () => {
  const table = instructionCosts(costsOf(defaultProfile));
  const known = new Set<string>(OPCODE_NAMES.filter((name) => name !== undefined));

  it("each cost something", () => {
    for (const [name] of INSTRUCTIONS) expect(table[I[name]], name).toBeGreaterThan(0);
  });

  it("that are no bytecodes are known to be fused, or are forms of one", () => {
    const forms = /^(BINARY_OP_.*|CALL_.*|JUMP|POP_JUMP_.*|LOAD_(GLOBAL|ATTR|METHOD)_.*|STORE_ATTR_.*)$/;
    const unknown = INSTRUCTIONS.map(([name]) => name).filter(
      (name) => !known.has(name) && !isFused(name) && !forms.test(name)
    );
    expect(unknown).toEqual([]);
  });

  it("that are fused cost as much as their parts", () => {
    const parts = ["LOAD_FAST", "LOAD_CONST", "BINARY_OP", "STORE_FAST"].map((name) => table[I[name]]);
    expect(table[I.FAST_CONST_ADD_STORE]).toBe(parts.reduce((sum, part) => sum + part, 0));
    expect(table[REST + I.FAST_CONST_ADD_STORE]).toBe(table[I.FAST_CONST_ADD_STORE] - parts[0]);
    expect(table[REST + I.LOAD_FAST]).toBe(0);
  });
});
