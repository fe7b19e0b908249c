/// Every recorded scene, as a database for the page and as it was recorded: /timeline/scenes/SCENE.duckdb and .parquet.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {readScenes, tracesFolder} from "../../loaders/traces.ts";
import {sceneDatabase} from "./database.ts";
import {tar} from "./tar.ts";

const folder = tracesFolder();
const files = new Map<string, Buffer>();
if (folder !== null)
  for (const scene of await readScenes(folder)) {
    files.set(`${scene.scene}.duckdb`, await sceneDatabase(folder, scene));
    files.set(`${scene.scene}.parquet`, readFileSync(join(folder, `${scene.scene}.parquet`)));
  }
process.stdout.write(tar(files));
