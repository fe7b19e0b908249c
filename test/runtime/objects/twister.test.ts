// The generator of the module random: the words of CPython's from the same seed.
import {beforeAll, expect, it} from "vitest";
import {instance} from "../instance.ts";
import type * as Values from "./values.ts";

type Twister = typeof Values & {
  draw(seed: bigint, calls: [name: string, argument: number | null][]): unknown[];
};
let values: Twister;

beforeAll(async () => {
  values = await instance<Twister>(`
    export * from "./test/runtime/objects/values.ts";
    import {builtinModules, nativeCalls} from "./runtime/objects/native.ts";
    import {fromHeap} from "./test/runtime/objects/values.ts";
    import {newBigInt} from "./runtime/objects/numbers.ts";
    import {H} from "./runtime/memory/heap.ts";
    import {THREADS, THREAD_WORDS} from "./runtime/objects/layout.ts";
    import "./runtime/objects/text-types.ts";
    import "./runtime/modules/random.ts";
    const at = THREADS + 100 * THREAD_WORDS;
    const call = (name, ...args) => {
      args.forEach((word, i) => { H[at + i] = word; });
      return nativeCalls[builtinModules().get("_random").functions.get(name)](at, args.length);
    };
    export function draw(seed, calls) {
      const state = call("create");
      call("seed", state, newBigInt(seed));
      return calls.map(([name, argument]) => fromHeap(argument === null ? call(name, state) : call(name, state, newBigInt(BigInt(argument)))));
    }
  `);
});

it("draws what CPython draws from the seeds 0, 42 and 2**100", () => {
  expect(
    values.draw(42n, [
      ["random", null],
      ["random", null],
      ["getrandbits", 32]
    ])
  ).toEqual([{f: "0.6394267984578837"}, {f: "0.025010755222666936"}, {i: "1181241943"}]);
  expect(
    values.draw(0n, [
      ["getrandbits", 100],
      ["below", 10],
      ["below", 1000]
    ])
  ).toEqual([{i: "1169245609517217401678349469645"}, {i: "6"}, {i: "41"}]);
  expect(
    values.draw(2n ** 100n, [
      ["random", null],
      ["getrandbits", 1]
    ])
  ).toEqual([{f: "0.7586581712996778"}, {i: "0"}]);
});

it("goes on beyond the first 624 words", () => {
  const calls = Array.from({length: 1000}, (): [string, null] => ["random", null]);
  expect(values.draw(7n, calls).at(-1)).toEqual({f: "0.37786262968738116"});
});
