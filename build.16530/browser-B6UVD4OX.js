import "./chunk-PZ5AY32C.js";

// tools/browser.ts
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
var PROJECT = fileURLToPath(new URL("..", import.meta.url));
var START_LIMIT_MS = 6e4;
var ARGUMENTS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-sync",
  "--font-render-hinting=none",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--no-first-run",
  "--no-pings"
];
var ON_MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
];
var ON_PATH = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
async function findBrowser() {
  const chosen = process.env.CONVOY_BROWSER;
  if (chosen !== void 0 && chosen !== "") {
    if (!existsSync(chosen))
      throw new Error(`missing browser ${chosen}: CONVOY_BROWSER must be the path of an executable`);
    return { path: chosen, origin: "installed", environment: {} };
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = process.platform === "darwin" ? ON_MAC : ON_PATH.flatMap((name) => folders.map((f) => join(f, name)));
  const installed = candidates.find((path) => existsSync(path));
  if (installed !== void 0) return { path: installed, origin: "installed", environment: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackBrowser();
  throw new Error("missing browser: install Chrome or Chromium, or name one in CONVOY_BROWSER");
}
async function unpackBrowser() {
  const manifest = join(PROJECT, "node_modules", "@sparticuz", "chromium", "package.json");
  if (!existsSync(manifest)) throw new Error("missing browser: run npm ci, or name one in CONVOY_BROWSER");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(tmpdir(), `convoy-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const unfinished = mkdtempSync(`${folder}.`);
    const code = 'import("@sparticuz/chromium").then(({default: packed}) => packed.executablePath())';
    const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    await promisify(execFile)(process.execPath, ["-e", code], { cwd: PROJECT, env, timeout: START_LIMIT_MS });
    if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
    else renameSync(unfinished, folder);
  }
  return { path: join(folder, "chromium"), origin: "npm", environment: missingParts(folder) };
}
function missingParts(folder) {
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""].filter(
    (path) => path !== ""
  );
  return {
    ...hasNss() ? {} : { LD_LIBRARY_PATH: libraries.join(delimiter) },
    ...existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }
  };
}
function hasNss() {
  const folders = ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib"];
  return folders.some((folder) => existsSync(join(folder, "libnss3.so")));
}
async function startBrowser() {
  const { path, environment } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args: [...ARGUMENTS, ...process.getuid?.() === 0 ? ["--no-sandbox"] : []],
    timeout: START_LIMIT_MS,
    env: { ...process.env, ...environment }
  });
}
export {
  findBrowser,
  startBrowser
};
//# sourceMappingURL=browser-B6UVD4OX.js.map
