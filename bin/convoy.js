#!/usr/bin/env node
import {existsSync} from "node:fs";

const built = new URL("../build/cli.js", import.meta.url);
if (existsSync(built)) {
  const {cli} = await import(built.href);
  await cli(process.argv.slice(2));
} else {
  process.stderr.write("convoy: missing build/cli.js; run `npm run build` in the project's folder first\n");
  process.exitCode = 1;
}
