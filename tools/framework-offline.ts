/// Lets Observable Framework build without a network.
///
/// For every library that its browser client could load, Framework first wants a version, then the code. It looks for
/// both under src/.observablehq/cache/_npm before it asks a registry: a folder NAME@VERSION there settles the version,
/// a file _esm.js in that folder is the code. Here the folders are made and the code is bundled from node_modules.

import {existsSync, mkdirSync, readFileSync, renameSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";

/// What the pages load by the name npm:NAME.
const BUNDLED = ["vega-embed"];

/// What Framework's client names and no page of ours uses: a version is all that it wants. Any version will do.
const NAMED = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

/// Fills Framework's cache of libraries under `root` (the folder with the pages). What is there already stays.
/// Throws when a library of BUNDLED is not in `modules`.
export async function vendorLibraries(root: string, modules = "node_modules"): Promise<void> {
  const cache = join(root, ".observablehq", "cache", "_npm");
  for (const name of NAMED) mkdirSync(join(cache, `${name}@1.0.0`), {recursive: true});
  for (const name of BUNDLED) {
    const folder = join(cache, `${name}@${installedVersion(modules, name)}`);
    mkdirSync(folder, {recursive: true});
    await bundle(name, folder);
  }
}

function installedVersion(modules: string, name: string): string {
  const path = join(modules, name, "package.json");
  if (!existsSync(path)) throw new Error(`missing library ${name}: run npm ci`);
  return JSON.parse(readFileSync(path, "utf8")).version;
}

/// One library in one file.
async function bundle(name: string, folder: string): Promise<void> {
  const file = join(folder, "_esm.js");
  if (existsSync(file)) return;
  const unfinished = `${file}.${process.pid}`;
  await build({
    entryPoints: [name],
    outfile: unfinished,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error"
  });
  renameSync(unfinished, file);
}
