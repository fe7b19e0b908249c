/// Makes the simulated datasets again and again, each time in a process of other surroundings, and says what came of it.
import {execFile} from "node:child_process";
import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";

const execute = promisify(execFile);
const MAKER = new URL("predicting.ts", import.meta.url).pathname;

/// What must not matter: time zone, language, room for the collector and how it is used, folder, name of the user.
const SURROUNDINGS = [
  {cwd: process.cwd(), env: {TZ: "UTC", LANG: "C", LC_ALL: "C"}},
  {
    cwd: tmpdir(),
    env: {
      TZ: "Asia/Kathmandu",
      LANG: "de_DE.UTF-8",
      LC_ALL: "de_DE.UTF-8",
      USER: "somebody",
      NODE_OPTIONS: "--max-old-space-size=1500"
    }
  }
];

/// A file of a dataset, as all runs made it, or as the first did where they differ.
export interface Made {
  dataset: string;
  file: string;
  /// Observations; null where the file is no table.
  rows: number | null;
  sha256: string;
  runs: number;
  same: boolean;
}

/// The tables and the summary of each dataset, made once in each of the surroundings.
export async function makeAgain(extent: "small" | "whole", limitMs: number): Promise<Made[]> {
  const folders = SURROUNDINGS.map(() => mkdtempSync(join(tmpdir(), "convoy-again-")));
  try {
    const arguments_ = ["--import", import.meta.resolve("tsx"), MAKER];
    await Promise.all(
      SURROUNDINGS.map(({cwd, env}, i) =>
        execute(process.execPath, [...arguments_, folders[i], extent], {
          cwd,
          env: {...process.env, ...env},
          timeout: limitMs
        })
      )
    );
    const [first, ...others] = folders;
    return filesOf(first).map(({dataset, file}) => {
      const [bytes, ...again] = [first, ...others].map((folder) => readFileSync(join(folder, dataset, file)));
      return {
        dataset,
        file,
        rows: file.endsWith(".csv") ? bytes.toString().trimEnd().split("\n").length - 1 : null,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        runs: folders.length,
        same: again.every((one) => one.equals(bytes))
      };
    });
  } finally {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true});
  }
}

const filesOf = (folder: string): {dataset: string; file: string}[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((dataset) =>
      readdirSync(join(folder, dataset))
        .filter((file) => file.endsWith(".csv") || file === "summary.json")
        .sort()
        .map((file) => ({dataset, file}))
    );
