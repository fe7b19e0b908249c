/**
 * Writes what is found of each wrong version to data/checks/mutants.csv:
 *
 *     npx tsx test/runtime/machines/exhaustive/mutants/record.ts
 */
import {mkdirSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {Judge, loadVariants} from "./judge.ts";
import {mutants} from "./mutants.ts";

const file = resolve(import.meta.dirname, "../../../../../data/checks/mutants.csv");
const HEADS = [
  "date",
  "design",
  "name",
  "title",
  "verdict",
  "threads",
  "scenario",
  "steps",
  "schedule",
  "why_uncovered"
];
const THREADS_MAX = 3;

const quoted = (value: unknown) => {
  const text = String(value ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const date = new Date().toISOString().slice(0, 10);
const {checker, descriptorOf} = await loadVariants(mutants);
const judge = new Judge(checker);
const lines = mutants.map((mutant) => {
  const found = judge.judge(mutant, descriptorOf(mutant), THREADS_MAX);
  const {design, name, title, verdict, threads, scenario, steps, schedule} = found;
  process.stderr.write(`${design}/${name}: ${verdict}\n`);
  const why = verdict === "uncovered" ? mutant.why : "";
  return [date, design, name, title, verdict, threads, scenario, steps, schedule, why].map(quoted).join(",");
});
mkdirSync(resolve(file, ".."), {recursive: true});
writeFileSync(file, `${HEADS.join(",")}\n${lines.join("\n")}\n`);
