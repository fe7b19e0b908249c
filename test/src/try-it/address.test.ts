import fc from "fast-check";
import {expect, test} from "vitest";
import {readAddress, writeAddress} from "../../../src/try-it/address.ts";
import {DEFAULTS, type Draft} from "../../../src/try-it/settings.ts";

const PROGRAMS = {count: "print(1)\n", sleeper: "import time\n"};
const recalled = (hash: string) => readAddress(hash, PROGRAMS, "count");

/// What is typed into a page has no halves of characters.
const text = (maxLength: number) =>
  fc.oneof(fc.string({unit: "grapheme", maxLength}), fc.string({unit: "binary", maxLength}));

const drafts: fc.Arbitrary<Draft> = fc.record({
  source: fc.oneof(text(60), text(2000), fc.constantFrom(...Object.values(PROGRAMS))),
  designs: fc.uniqueArray(text(12), {minLength: 1, maxLength: 4}),
  cores: text(8),
  profile: text(12),
  placement: text(8),
  scheduler: text(12),
  interval: text(8),
  check: text(8),
  seed: text(12),
  limit: text(8)
});

test("an address gives back what it was made of, right or wrong", async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (draft) => {
      const hash = await writeAddress(draft, PROGRAMS);
      expect(hash).toMatch(/^#[\w%+*.=&-]*$/);
      expect(await recalled(hash)).toEqual({draft, problem: null});
    }),
    {numRuns: 200}
  );
});

test("whatever stands in an address, the answer is a draft or nothing", async () => {
  const words = fc.constantFrom(
    "program",
    "source",
    "zipped",
    "design",
    "cores",
    "seed",
    "limit",
    "scheduler",
    "profile"
  );
  const hashes = fc
    .array(fc.tuple(words, fc.oneof(fc.string(), fc.base64String())), {maxLength: 6})
    .map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
  await fc.assert(
    fc.asyncProperty(fc.oneof(hashes, fc.string()), async (hash) => {
      const shared = await recalled(`#${hash}`);
      if (shared !== null) expect(typeof shared.draft.source).toBe("string");
    })
  );
});

test("a program of the page goes by its name, a short one in full, a long one packed", async () => {
  const write = (source: string) => writeAddress({...DEFAULTS, source}, PROGRAMS);
  expect(await write(PROGRAMS.sleeper)).toBe(
    "#program=sleeper&design=tick&design=timeout&cores=2&profile=default&placement=free&scheduler=as-profiled&interval=5&check=100&seed=1&limit=1"
  );
  expect(await write("print(2)")).toContain("#source=print%282%29&");
  const long = "print('the same again')\n".repeat(1000);
  const packed = await write(long);
  expect(packed).toContain("#zipped=");
  expect(packed.length).toBeLessThan(long.length / 50);
});

test("what an address leaves out is as usual", async () => {
  const {draft} = (await recalled("#cores=64"))!;
  expect(draft).toEqual({...DEFAULTS, source: PROGRAMS.count, cores: "64"});
});

test.each(["", "#", "#what-this-machine-is", "#a=b&c"])("%s says nothing to the page", async (hash) => {
  expect(await recalled(hash)).toBeNull();
});

test.each([
  ["#program=nothing", "unknown program in the address: nothing; there are count, sleeper"],
  ["#zipped=!!", /^damaged program in the address \(.+\): ask for the link again$/],
  ["#zipped=AAAA", /^damaged program/]
])("%s: a sentence, and the usual program", async (hash, problem) => {
  const shared = (await recalled(hash))!;
  expect(shared.problem).toMatch(problem);
  expect(shared.draft.source).toBe(PROGRAMS.count);
});

test("an address does not unpack into more than a page can take", async () => {
  const hash = await writeAddress({...DEFAULTS, source: "#".repeat(3_000_000)}, PROGRAMS);
  expect(hash.length).toBeLessThan(10_000);
  expect((await recalled(hash))!.problem).toContain("more than 1000000 characters");
});
