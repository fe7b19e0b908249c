import {readFileSync} from "node:fs";
import {pageFooter, pageHead, pageHeader} from "./src/report/frame.ts";
import {fillingValues} from "./src/report/page.ts";
import {readReport} from "./src/report/pages.ts";
import {vendorLibraries} from "./tools/framework-offline.ts";
import {isolateServers} from "./tools/isolation.ts";

const root = "src";
const {version} = JSON.parse(readFileSync("package.json", "utf8"));
process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
await vendorLibraries(root);
isolateServers();
const {pages, runs} = await readReport();

export default {
  root,
  output: process.env.CONVOY_SITE ?? "dist",
  title: "Convoy",
  style: "style.css",
  sidebar: false,
  toc: false,
  pager: false,
  globalStylesheets: [],
  head: ({path}: {path: string}) => pageHead(path),
  header: ({path}: {path: string}) => pageHeader(path),
  footer: pageFooter(version, runs),
  // Under its own name, in the site's root: a service worker governs what lies below it.
  dynamicPaths: ["/isolation-worker.mjs"],
  // The command tsx would start Node twice for each file.
  interpreters: {".ts": [process.execPath, "--import", "tsx"]},
  duckdb: {extensions: {json: null, parquet: null}},
  markdownIt: fillingValues(pages)
};
