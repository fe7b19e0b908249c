/// What DuckDB is asked about a scene. A scene's database has two tables:
///
///   rows    thread, state, from_ns, to_ns   stretches, and marks, which end where they begin; by from_ns
///   levels  level, bin, thread, state, ns, n   the same by bins of 2^level ns: time in the state, beginnings
///
/// Both the page and the build ask the same. A state or mark is a value of an enumeration, in the order of CODES.

import {MARKS, STATES} from "./trace.js";
import type {View} from "./view.js";

export const CODES = [...STATES, ...MARKS] as const;
const TYPE = `ENUM (${CODES.map((name) => `'${name}'`).join(", ")})`;
const CODE = "enum_code(state)::INTEGER";

/// A statement that makes `rows` in the schema of a query with thread, state, from_ns and length_ns.
export const makeRows = (schema: string, query: string): string =>
  `CREATE TABLE ${schema}.rows AS SELECT thread::INTEGER AS thread, state::${TYPE} AS state, from_ns, from_ns + length_ns AS to_ns
   FROM (${query}) ORDER BY from_ns, thread`;

/// Rows for each level of bins at most, and factor between two levels, as a power of two.
const ROWS_FOR_BIN = 8;
const LEVEL_STEP = 2;
/// Fewer rows than this are quickly counted as they are.
const ROWS_LEAST = 20_000;
const BINS_LEAST = 64;

/// Levels that are worth having for so many rows over so long a time: from eight rows a bin to a hundred bins in all.
export function levelsFor(rows: number, threads: number, end_ns: number): number[] {
  if (rows < ROWS_LEAST) return [];
  const bins = rows / threads / ROWS_FOR_BIN;
  const finest = Math.max(0, Math.ceil(Math.log2(end_ns / bins)));
  const coarsest = Math.floor(Math.log2(end_ns / BINS_LEAST));
  const levels: number[] = [];
  for (let level = finest; level <= coarsest; level += LEVEL_STEP) levels.push(level);
  return levels;
}

/// Statements that make `levels` in the schema that has `rows`.
export function makeLevels(schema: string, levels: readonly number[]): string[] {
  const table = `${schema}.levels`;
  const made = levels.map(
    (level, i) =>
      `INSERT INTO ${table} SELECT ${level}::TINYINT, * FROM (${i === 0 ? binsOfRows(schema, level) : binsOfLevel(schema, levels[i - 1], level)}) ORDER BY bin, thread, state`
  );
  return [
    `CREATE TABLE ${table} (level TINYINT, bin BIGINT, thread INTEGER, state ${TYPE}, ns DOUBLE, n INTEGER)`,
    ...made
  ];
}

/// Time in each state and beginnings, for each thread and each bin of 2^level ns, of the bins `first` to `first + count - 1`.
export function binsQuery(
  schema: string,
  levels: readonly number[],
  level: number,
  first: number,
  count: number
): string {
  const base = levels.findLast((each) => each <= level);
  const range = {first, count};
  const bins =
    base === undefined ? binsOfRows(schema, level, range) : binsOfLevel(schema, base, level, range);
  return `SELECT (bin - ${first})::INTEGER AS bin, thread, ${CODE} AS state, ns, n FROM (${bins})`;
}

interface Range {
  first: number;
  count: number;
}

function binsOfRows(schema: string, level: number, range?: Range): string {
  const width = 2 ** level;
  const from = range === undefined ? "from_ns" : `greatest(from_ns, ${range.first * width})`;
  const to = range === undefined ? "to_ns" : `least(to_ns, ${(range.first + range.count) * width})`;
  const where =
    range === undefined
      ? ""
      : `WHERE from_ns < ${(range.first + range.count) * width} AND to_ns >= ${range.first * width}`;
  return `SELECT bin, thread, state,
    sum(least(b, (bin + 1) * ${width}) - greatest(a, bin * ${width}))::DOUBLE AS ns,
    (count(*) FILTER (from_ns >= bin * ${width}))::INTEGER AS n
    FROM (SELECT *, unnest(range(a // ${width}, greatest(a, b - 1) // ${width} + 1)) AS bin
      FROM (SELECT thread, state, from_ns, ${from} AS a, ${to} AS b FROM ${schema}.rows ${where}))
    GROUP BY ALL`;
}

function binsOfLevel(schema: string, base: number, level: number, range?: Range): string {
  const factor = 2 ** (level - base);
  const where =
    range === undefined
      ? ""
      : `AND bin >= ${range.first * factor} AND bin < ${(range.first + range.count) * factor}`;
  return `SELECT bin // ${factor} AS bin, thread, state, sum(ns) AS ns, sum(n)::INTEGER AS n
    FROM ${schema}.levels WHERE level = ${base} ${where} GROUP BY ALL`;
}

/// Bins that a view must have for its sums to be taken from them.
const BINS_IN_VIEW = 64;

/// Time in each state and beginnings in a view, for each thread: of whole bins where there are levels, of rows at its ends.
export function sumsQuery(schema: string, levels: readonly number[], {from_ns, to_ns}: View): string {
  const [from, to] = [Math.round(from_ns), Math.round(to_ns)];
  const level = levels.findLast((each) => (to - from) / 2 ** each >= BINS_IN_VIEW);
  const parts: string[] = [];
  if (level === undefined) parts.push(sumsOfRows(schema, from, to));
  else {
    const width = 2 ** level;
    const [first, end] = [Math.ceil(from / width), Math.floor(to / width)];
    parts.push(
      `SELECT thread, state, ns, n FROM ${schema}.levels WHERE level = ${level} AND bin >= ${first} AND bin < ${end}`
    );
    if (from < first * width) parts.push(sumsOfRows(schema, from, first * width));
    if (end * width < to) parts.push(sumsOfRows(schema, end * width, to));
  }
  return `SELECT thread, ${CODE} AS state, sum(ns)::DOUBLE AS ns, sum(n)::INTEGER AS n
    FROM (${parts.join(" UNION ALL ")}) GROUP BY ALL`;
}

const sumsOfRows = (schema: string, from: number, to: number): string =>
  `SELECT thread, state, greatest(least(to_ns, ${to}) - greatest(from_ns, ${from}), 0)::DOUBLE AS ns,
    (from_ns >= ${from})::INTEGER AS n FROM ${schema}.rows WHERE from_ns < ${to} AND to_ns >= ${from}`;

/// When each thread began and ended.
export const livesQuery = (schema: string): string =>
  `SELECT thread, min(from_ns)::DOUBLE AS started_ns, max(to_ns)::DOUBLE AS ended_ns FROM ${schema}.rows GROUP BY thread ORDER BY thread`;
