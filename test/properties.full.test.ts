// The properties of the unit tests on many more random values.
import fc from "fast-check";
import {beforeEach} from "vitest";

const seed = Number(process.env.CONVOY_SEED ?? Date.now() % 2 ** 31);
fc.configureGlobal({numRuns: 20_000, seed});
beforeEach(({task}) => {
  task.meta.note = `seed ${seed}`;
});

await import("./runtime/language/strings.test.ts");
await import("./runtime/language/numbers.test.ts");
await import("./loaders/statistics.test.ts");
await import("./loaders/claims/rules.test.ts");
await import("./loaders/claims/judge.test.ts");
