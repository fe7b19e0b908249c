/// A picture of one figure of the built site, for places that show no pages.
///
///     npx tsx tools/picture.ts PAGE FIGURE FILE.png [--site FOLDER]      default: builds the site from the recorded runs
///     npx tsx tools/picture.ts io-priority throughput docs/finding.png

import {existsSync, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {parseArgs} from "node:util";
import {serve} from "../loaders/serve.ts";
import {startBrowser} from "./browser.ts";
import {buildSite} from "./site.ts";

const WIDTH = 760;
/// What only a reader of the page can use.
const HIDDEN = "details, .downloads {display: none !important} figure {padding: 16px !important}";

const {values, positionals} = parseArgs({options: {site: {type: "string"}}, allowPositionals: true});
const [name, figure, file] = positionals;
if (file === undefined) {
  console.error("missing arguments: npx tsx tools/picture.ts PAGE FIGURE FILE.png");
  process.exit(2);
}
const site = values.site ?? (await buildSite({recorded: true}));
if (!existsSync(site)) throw new Error(`unknown site: ${site}`);
mkdirSync(dirname(file), {recursive: true});
const {address, server} = await serve(site, 0);
const browser = await startBrowser();
try {
  const page = await browser.newPage({
    viewport: {width: WIDTH, height: 900},
    deviceScaleFactor: 2,
    colorScheme: "light"
  });
  await page.goto(new URL(`${name}.html`, address).href, {waitUntil: "networkidle"});
  await page.addStyleTag({content: HIDDEN});
  const found = page.locator(`#${figure}`);
  if ((await found.count()) === 0) throw new Error(`unknown figure ${figure} on page ${name}`);
  await found.screenshot({path: file});
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
