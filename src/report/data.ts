/// Values of the page with the datasets and the box for questions.

import {existsSync, readdirSync} from "node:fs";
import {type CheckTable, checkTables} from "../../loaders/checks.ts";
import {validity} from "../../loaders/datasets.ts";
import {FOLDER as FITTED} from "../../loaders/fit/dataset.ts";
import {SIDES} from "../../loaders/folders.ts";
import {type Column, type Dataset, EXPERIMENTS, SUMMARY, TABLES} from "../../loaders/schema.ts";
import {validityName} from "./emit.ts";
import {EXAMPLES} from "./examples.ts";
import {provenance} from "./figure.ts";
import type {Values} from "./page.ts";
import {renderTable} from "./table.ts";
import {escapeHtml} from "./words.ts";

export function dataValues(
  datasets: readonly Dataset[],
  checks: readonly CheckTable[] = checkTables(),
  compared: readonly Compared[] = comparedDatasets()
): Values {
  return {
    question: question(datasets, checks),
    datasets: datasets.map(described).join("\n"),
    checks: describedChecks(checks),
    compared: describedCompared(compared),
    "summary columns": dictionary("Columns of summary, the same in every dataset", SUMMARY)
  };
}

/// The box as it is without a script: readable, and of no use. A component brings it to life.
function question(datasets: readonly Dataset[], checks: readonly CheckTable[]): string {
  const names = new Set<string>([...datasets.map(({name}) => name), "checks"]);
  const examples = EXAMPLES.filter(({of}) => of.every((name) => names.has(name)));
  const options = examples.map(
    ({title, sql}) => `<option value="${attribute(sql)}">${escapeHtml(title)}</option>`
  );
  const columnNames = (tables: Record<string, readonly Column[]>) =>
    Object.fromEntries(Object.entries(tables).map(([table, columns]) => [table, columns.map((c) => c.name)]));
  const schema = Object.fromEntries([
    ...datasets.map(({name}) => [name, columnNames({...TABLES[name], summary: SUMMARY})]),
    ["checks", columnNames(Object.fromEntries(checks.map(({name, columns}) => [name, columns])))]
  ]);
  return [
    '<section class="question" aria-label="Question in SQL">',
    `<p><label>Example <select disabled>${options.join("")}</select></label></p>`,
    `<textarea aria-label="SQL query" spellcheck="false" rows="9" readonly data-schema="${attribute(JSON.stringify(schema))}">${attribute(examples[0]?.sql ?? "")}</textarea>`,
    '<p class="error" id="question-error" role="alert" hidden></p>',
    '<p class="controls"><button type="button" class="run" disabled>Run</button>',
    '<button type="button" class="stop" hidden>Stop</button>',
    '<span id="question-help">Ctrl-Enter or ⌘-Enter runs it; Escape, then Tab, leaves the editor.</span></p>',
    "<noscript><p>The box needs a script. The files below can be asked with any DuckDB.</p></noscript>",
    '<div class="answer" aria-live="polite"></div>',
    "</section>"
  ].join("\n");
}

/// Line breaks as references: a blank line would end the HTML for Markdown.
function attribute(text: string): string {
  return escapeHtml(text).replace(/\n/g, "&#10;");
}

const link = (file: string, extra = "") =>
  `<a href="/data/${file}" download="${file.replace("/", "-")}"${extra}>${file.replace(/^.*\//, "")}</a>`;

/// A dataset of data/validity: what the site calls it, and its files.
interface Compared {
  name: string;
  files: string[];
}

function comparedDatasets(): Compared[] {
  const found = SIDES.flatMap((side) =>
    EXPERIMENTS.flatMap((experiment) => {
      const dataset = validity(experiment, side);
      if (dataset === null) return [];
      const tables = Object.keys(dataset.run.tables).flatMap((table) => [`${table}.parquet`, `${table}.csv`]);
      const files = [...tables, "summary.json", "run.json", "datapackage.json"];
      return [{name: validityName(side, experiment), files}];
    })
  );
  const fitted = existsSync(FITTED) ? readdirSync(FITTED).sort() : [];
  return fitted.length === 0 ? found : [...found, {name: "validity-published", files: fitted}];
}

function describedCompared(compared: readonly Compared[]): string {
  if (compared.length === 0) return "None are recorded yet: `npx convoy validate` makes them.";
  const items = compared.map(
    ({name, files}) => `<li>${name}: ${files.map((file) => link(`${name}/${file}`)).join(", ")}</li>`
  );
  return `<ul>${items.join("")}</ul>`;
}

function describedChecks(checks: readonly CheckTable[]): string {
  const files = checks.map(({name}) => link(`checks/${name}.csv`));
  return [
    `<p>${[link("checks.duckdb", ' data-database="checks"'), ...files, link("checks/datapackage.json")].join(", ")}</p>`,
    ...checks.map(({name, title, columns}) => dictionary(`Columns of ${name}: ${title}`, columns))
  ].join("\n");
}

function described(dataset: Dataset): string {
  const {name, run} = dataset;
  const tables = TABLES[name] as Record<string, readonly Column[]>;
  const files = Object.keys(tables).flatMap((table) => [
    link(`${name}/${table}.parquet`),
    link(`${name}/${table}.csv`)
  ]);
  return [
    `<h3 id="${name}">${name}</h3>`,
    `<p>${escapeHtml(run.title)}. ${escapeHtml(provenance(dataset))}</p>`,
    `<p>${link(`${name}.duckdb`, ` data-database="${name}"`)}, ${files.join(", ")}, ${link(`${name}/summary.json`)}, ${link(`${name}/run.json`)}, ${link(`${name}/datapackage.json`)}</p>`,
    ...Object.entries(tables).map(([table, columns]) =>
      dictionary(`Columns of ${table}, ${run.tables[table].toLocaleString("en-US")} rows`, columns)
    )
  ].join("\n");
}

function dictionary(caption: string, columns: readonly Column[]): string {
  const table = renderTable({
    caption,
    columns: [{title: "column"}, {title: "type"}, {title: "unit"}, {title: "meaning"}],
    rows: columns.map(({name, type, unit, description}) => [name, type, unit, description])
  });
  return `<details class="dictionary"><summary>${escapeHtml(caption)}</summary>${table}</details>`;
}
