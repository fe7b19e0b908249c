import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {sha256} from "./freshness.ts";
import type {Column, Run} from "./schema.ts";

/// A Frictionless Data Package (v1) of the tables in `folder`: each as CSV and as Parquet, with sizes and hashes.
export function datapackage(folder: string, run: Run, tables: Record<string, readonly Column[]>): object {
  return {
    profile: "data-package",
    name: run.experiment,
    title: run.title,
    description: `Made by: ${run.command}. What made it is in run.json, estimates with intervals in summary.json.`,
    version: run.end,
    created: run.end,
    licenses: [{name: "MIT", path: "https://opensource.org/license/mit", title: "MIT License"}],
    resources: Object.entries(tables).flatMap(([name, columns]) => [
      {
        profile: "tabular-data-resource",
        name,
        ...fileOf(folder, `${name}.csv`),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: {delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\n", header: true},
        schema: tableSchema(columns)
      },
      {
        name: `${name}-parquet`,
        ...fileOf(folder, `${name}.parquet`),
        format: "parquet",
        mediatype: "application/vnd.apache.parquet"
      }
    ])
  };
}

export function fileOf(folder: string, path: string): {path: string; bytes: number; hash: string} {
  const file = join(folder, path);
  return {path, bytes: statSync(file).size, hash: `sha256:${sha256(readFileSync(file))}`};
}

/// Frictionless Table Schema of our columns.
export function tableSchema(columns: readonly Column[]): object {
  return {
    fields: columns.map(({name, type, unit, description, values, nullable}) => ({
      name,
      type,
      ...(type === "datetime" && {format: "any"}),
      ...(unit && {unit}),
      description,
      constraints: {required: !nullable, ...(values && {enum: values})}
    })),
    missingValues: [""]
  };
}
