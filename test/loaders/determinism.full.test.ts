import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {ROOT} from "../../loaders/root.ts";
import {makeAgain} from "./determinism.ts";

/// What the report shows: of each file how many rows it has, its digest, and how many makings of it were compared.
const FILE = join(ROOT, "data", "checks", "determinism.csv");
const LIMIT_MS = 1_200_000;

it(
  "every simulated dataset, whole, has the same bytes each time",
  async () => {
    const made = await makeAgain("whole", LIMIT_MS);
    const date = new Date().toISOString().slice(0, 10);
    const lines = made.map(({dataset, file, rows, sha256, runs, same}) =>
      [date, dataset, file, rows ?? "", sha256, runs, same].join(",")
    );
    writeFileSync(FILE, `date,dataset,file,rows,sha256,runs,same\n${lines.join("\n")}\n`);
    expect(made.filter(({same}) => !same)).toEqual([]);
    expect(made.length).toBeGreaterThan(5);
  },
  LIMIT_MS + 60_000
);
