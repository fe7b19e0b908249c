import {cpus} from "node:os";
import {configDefaults, defineConfig} from "vitest/config";

/** Tests that take long are named `*.full.test.ts`; the suite `long` of tools/test.mjs runs them, by `npm run test:full`. */
const full = process.env.CONVOY_FULL === "1";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: full ? configDefaults.exclude : [...configDefaults.exclude, "test/**/*.full.test.ts"],
    // Tests start threads and processes of their own, and wait for them on machines that are busy with other things.
    maxWorkers: Math.min(2, cpus().length),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 10_000
  }
});
