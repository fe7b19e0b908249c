// Containers, their iterators and the built-in functions over them against a real CPython 3.11, by random operations.
import {describe, it} from "vitest";
import {containersAgree, python} from "./containers.ts";

const seed = Number(process.env.CONVOY_SEED ?? 1);
const COUNT = 4000;

describe.skipIf(!python?.version.startsWith("3.11"))("containers as in CPython 3.11", () => {
  it(`${COUNT} random operations`, {timeout: 300_000}, () => containersAgree(seed, COUNT));
});
