/// Recorded scenes in DuckDB, at the build: for the picture without a script, and as files that the page attaches.

import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import type {SceneRow} from "../../loaders/traces.ts";
import type {Scene} from "./source.js";
import {levelsFor, makeLevels, makeRows} from "./sql.js";
import {openTiled, type Place, type Query, type TiledSource} from "./tiled.js";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function withDuckDB<T>(use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/// How many pixels' worth of levels a scene has, from its list.
export const placeOf = (scene: SceneRow): Place => ({
  schema: `"${scene.scene}"`,
  levels: levelsFor(scene.rows, scene.threads, scene.end_ns)
});

async function makeTables(db: DuckDBConnection, {schema, levels}: Place, file: string): Promise<void> {
  await db.run(makeRows(schema, `SELECT * FROM read_parquet(${quoted(file)})`));
  for (const statement of makeLevels(schema, levels)) await db.run(statement);
}

/// The bytes of SCENE.duckdb, with the tables `rows` and `levels`.
export async function sceneDatabase(folder: string, scene: SceneRow): Promise<Buffer> {
  const temporary = mkdtempSync(join(tmpdir(), "convoy-"));
  try {
    const file = join(temporary, "scene.duckdb");
    await withDuckDB(async (db) => {
      const place = placeOf(scene);
      await db.run(`ATTACH ${quoted(file)} AS ${place.schema} (STORAGE_VERSION 'v1.0.0')`);
      await makeTables(db, place, join(folder, `${scene.scene}.parquet`));
      await db.run(`DETACH ${place.schema}`);
    });
    return readFileSync(file);
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}

/// Answers a query column by column, as the page's DuckDB does.
const columnar =
  (db: DuckDBConnection): Query =>
  async (sql) => {
    const reader = await db.runAndReadAll(sql);
    // Of no rows there are no columns.
    const columns = reader.getColumns() as number[][];
    return Object.fromEntries(reader.columnNames().map((name, i) => [name, columns[i] ?? []]));
  };

/// Lets `use` ask about recorded scenes.
export async function withScenes<T>(
  folder: string,
  scenes: readonly SceneRow[],
  use: (sources: TiledSource[]) => Promise<T>
): Promise<T> {
  return withDuckDB(async (db) => {
    const sources: TiledSource[] = [];
    for (const scene of scenes) {
      const place = placeOf(scene);
      await db.run(`CREATE SCHEMA IF NOT EXISTS ${place.schema}`);
      await makeTables(db, place, join(folder, `${scene.scene}.parquet`));
      sources.push(await openTiled(sceneOf(scene), place, columnar(db)));
    }
    return use(sources);
  });
}

/// What the list says of a scene.
export const sceneOf = ({scene, title, design, clock, end_ns}: SceneRow): Omit<Scene, "lives"> => ({
  name: scene,
  design,
  heading: `${design}, ${title}`,
  clock,
  end_ns
});
