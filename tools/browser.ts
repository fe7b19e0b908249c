/// A browser for tests and pictures: an installed Chrome or Chromium, else the one that npm brings (Linux, x64).

import {execFile} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, renameSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {type Browser, chromium} from "playwright-core";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const START_LIMIT_MS = 60_000;

/// Background services off: whatever a page loads, it loads itself. Processes and memory as a container has them.
const ARGUMENTS = [
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

const ON_MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
];
const ON_PATH = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

export interface Found {
  path: string;
  /// installed: it was on this computer. npm: unpacked from @sparticuz/chromium into the folder for temporary files.
  origin: "installed" | "npm";
  /// Environment variables that lead it to libraries and fonts that the system lacks.
  environment: Record<string, string>;
}

/// Finds a browser. The environment variable CONVOY_BROWSER, the path of an executable, comes before everything else.
/// Throws when there is none, with what to install.
export async function findBrowser(): Promise<Found> {
  const chosen = process.env.CONVOY_BROWSER;
  if (chosen !== undefined && chosen !== "") {
    if (!existsSync(chosen))
      throw new Error(`missing browser ${chosen}: CONVOY_BROWSER must be the path of an executable`);
    return {path: chosen, origin: "installed", environment: {}};
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates =
    process.platform === "darwin" ? ON_MAC : ON_PATH.flatMap((name) => folders.map((f) => join(f, name)));
  const installed = candidates.find((path) => existsSync(path));
  if (installed !== undefined) return {path: installed, origin: "installed", environment: {}};
  if (process.platform === "linux" && process.arch === "x64") return unpackBrowser();
  throw new Error("missing browser: install Chrome or Chromium, or name one in CONVOY_BROWSER");
}

/// Unpacked once for each version, in a process of its own: the package looks at the environment, and changes it.
async function unpackBrowser(): Promise<Found> {
  const manifest = join(PROJECT, "node_modules", "@sparticuz", "chromium", "package.json");
  if (!existsSync(manifest)) throw new Error("missing browser: run npm ci, or name one in CONVOY_BROWSER");
  const {version} = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(tmpdir(), `convoy-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const unfinished = mkdtempSync(`${folder}.`);
    const code = 'import("@sparticuz/chromium").then(({default: packed}) => packed.executablePath())';
    // It brings libnss3 and its like out only when it believes to run in its usual cloud.
    const env = {...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x"};
    await promisify(execFile)(process.execPath, ["-e", code], {cwd: PROJECT, env, timeout: START_LIMIT_MS});
    // Somebody else may have been faster.
    if (existsSync(folder)) rmSync(unfinished, {recursive: true, force: true});
    else renameSync(unfinished, folder);
  }
  return {path: join(folder, "chromium"), origin: "npm", environment: missingParts(folder)};
}

function missingParts(folder: string): Record<string, string> {
  const libraries = [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""].filter(
    (path) => path !== ""
  );
  return {
    ...(hasNss() ? {} : {LD_LIBRARY_PATH: libraries.join(delimiter)}),
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : {FONTCONFIG_PATH: join(folder, "fonts")})
  };
}

function hasNss(): boolean {
  const folders = ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib"];
  return folders.some((folder) => existsSync(join(folder, "libnss3.so")));
}

/// Starts the browser with a fresh profile. The caller closes it.
export async function startBrowser(): Promise<Browser> {
  const {path, environment} = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args: [...ARGUMENTS, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    timeout: START_LIMIT_MS,
    env: {...process.env, ...environment} as Record<string, string>
  });
}
