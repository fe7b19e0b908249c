// Random operations on containers beside a real CPython 3.11, from many seeds.
import {describe, it} from "vitest";
import {containersAgree, python} from "./containers.ts";

const SEEDS = 8;
const COUNT = 40_000;
const first = Number(process.env.CONVOY_SEED ?? Date.now() % 2 ** 31);

describe.skipIf(!python?.version.startsWith("3.11"))("containers as in CPython 3.11", () => {
  it.for(Array.from({length: SEEDS}, (_, i) => first + i))(
    `${COUNT} random operations from seed %i`,
    {timeout: 300_000},
    (seed, {task}) => {
      task.meta.note = `seed ${seed}`;
      containersAgree(seed, COUNT);
    }
  );
});
