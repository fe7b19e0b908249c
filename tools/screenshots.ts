/// Pictures of every page, to look at.
///
///     npx tsx tools/screenshots.ts OUT_DIR [--site FOLDER]      default: builds the site first

import {existsSync, mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {serve} from "../loaders/serve.ts";
import {startBrowser} from "./browser.ts";
import {buildSite} from "./site.ts";

const WIDTHS = [1280, 360];
const SCHEMES = ["light", "dark"] as const;

const {values, positionals} = parseArgs({options: {site: {type: "string"}}, allowPositionals: true});
const [out] = positionals;
if (out === undefined) {
  console.error("missing folder: npx tsx tools/screenshots.ts OUT_DIR");
  process.exit(2);
}
const site = values.site ?? (await buildSite());
if (!existsSync(site)) throw new Error(`unknown site: ${site}`);
mkdirSync(out, {recursive: true});
const {address, server} = await serve(site, 0);
const browser = await startBrowser();
try {
  for (const file of readdirSync(site).filter((name) => name.endsWith(".html"))) {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const page = await browser.newPage({viewport: {width, height: 800}, colorScheme});
        await page.goto(new URL(file, address).href, {waitUntil: "networkidle"});
        const path = join(out, `${file.replace(".html", "")}-${width}-${colorScheme}.png`);
        await page.screenshot({path, fullPage: true});
        console.log(path);
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
