/// DuckDB in the page, from this site's own files: nothing is fetched from elsewhere.

import * as duckdb from "@duckdb/duckdb-wasm";

// Of the builds that there are, the one with exceptions: browsers have had them since 2021.
const MODULE = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
const WORKER = import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");

export interface Answer {
  columns: {name: string; numeric: boolean}[];
  /// At most `limit` rows.
  rows: unknown[][];
  /// Whether there were more.
  more: boolean;
}

export interface Database {
  /// Runs SQL and reads up to `limit` rows of the last statement's answer. Rejects with DuckDB's message.
  ask(sql: string, limit: number): Promise<Answer>;
  /// Runs SQL and reads its whole answer, column by column. Columns must be INTEGER, FLOAT or DOUBLE.
  columns(sql: string): Promise<Record<string, ArrayLike<number>>>;
  /// Attaches another database file.
  attach(name: string, url: string): Promise<void>;
  /// Ends the question in progress, which then rejects. Does nothing when there is none.
  stop(): Promise<void>;
}

/// Starts DuckDB and attaches database files, each under its name. Rejects when the browser cannot run it.
export async function openDatabase(files: Record<string, string>): Promise<Database> {
  // Framework makes the worker a module.
  const worker = new Worker(WORKER, {type: "module"});
  // A worker that fails to load would leave the start waiting for ever.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({message}) => reject(new Error(`DuckDB did not start: ${message}`)));
  });
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await Promise.race([db.instantiate(MODULE), broken]);
  await db.open({query: {castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true}});
  const connection = await db.connect();
  // A function that needs an extension shall fail with a message, not ask a server.
  await connection.query("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
  await Promise.all(Object.entries(files).map(([name, url]) => attach(db, connection, name, url)));
  return {
    ask: (sql, limit) => ask(connection, sql, limit),
    columns: (sql) => columns(connection, sql),
    attach: (name, url) => attach(db, connection, name, url),
    stop: async () => void (await connection.cancelSent())
  };
}

async function attach(
  db: duckdb.AsyncDuckDB,
  connection: duckdb.AsyncDuckDBConnection,
  name: string,
  url: string
): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`missing data: ${url} answers ${response.status}`);
  await db.registerFileBuffer(`${name}.duckdb`, new Uint8Array(await response.arrayBuffer()));
  await connection.query(`ATTACH '${name}.duckdb' AS "${name}" (READ_ONLY)`);
}

async function ask(connection: duckdb.AsyncDuckDBConnection, sql: string, limit: number): Promise<Answer> {
  const reader = await (await connection.send(sql, true)).open();
  // The reader forgets its schema at the end.
  const columns = columnsOf(reader);
  const rows: unknown[][] = [];
  for await (const batch of reader) {
    for (const row of batch) {
      if (rows.length === limit) {
        await connection.cancelSent();
        return {columns, rows, more: true};
      }
      rows.push(Object.values(row.toJSON()));
    }
  }
  return {columns, rows, more: false};
}

async function columns(
  connection: duckdb.AsyncDuckDBConnection,
  sql: string
): Promise<Record<string, ArrayLike<number>>> {
  const table = await connection.query(sql);
  return Object.fromEntries(
    table.schema.fields.map(({name}, i) => [
      name,
      (table.getChildAt(i)?.toArray() ?? []) as ArrayLike<number>
    ])
  );
}

/// Arrow's type identifiers 2 and 3 are integers and floating-point numbers.
function columnsOf({schema}: {schema: {fields: {name: string; typeId: number}[]}}): Answer["columns"] {
  return schema.fields.map(({name, typeId}) => ({name, numeric: typeId === 2 || typeId === 3}));
}
