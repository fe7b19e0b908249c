/// Building the report's pages with Observable Framework.

import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {delimiter, dirname, join, resolve} from "node:path";
import {ROOT} from "../loaders/root.ts";
import {checkSite} from "./check-site.ts";

const FRAMEWORK = join("node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
const CACHE = join("src", ".observablehq", "cache");
const BUILD_LIMIT_MS = 300_000;

export interface BuildOptions {
  /// Folder for the site. Default "dist" in the project. Replaced only by a build that succeeded.
  output?: string;
  /// Only the committed runs, as with CONVOY_RECORDED. Default false: this computer's own where there are any.
  recorded?: boolean;
  /// Folder of this computer's own runs, as CONVOY_DATA. Default data/local.
  data?: string;
  /// Receives Framework's progress, line by line. Default: nothing is shown.
  log?: (line: string) => void;
}

/// Builds the site and returns its absolute folder. Throws when Framework fails, when a page did not compile, when a
/// link leads nowhere or when a page would need the network; the site that was there before then stays.
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const folder = resolve(ROOT, options.output ?? "dist");
  const unfinished = `${folder}.unfinished`;
  const release = await takeBuildLock();
  try {
    forgetLoaderOutputs();
    await runFramework(unfinished, options);
    for (const page of pagesIn(unfinished)) finishPage(page);
    const faults = checkSite(unfinished);
    if (faults.length > 0)
      throw new Error(`invalid site:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    rmSync(folder, {recursive: true, force: true});
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, {recursive: true, force: true});
    release();
  }
  return folder;
}

/// Framework keeps what a data loader printed until the loader's own file changes, whatever it imports or reads.
/// So a build forgets it all, except libraries, which are kept under their versions.
function forgetLoaderOutputs(): void {
  const cache = join(ROOT, CACHE);
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    if (name !== "_npm" && name !== "_node") rmSync(join(cache, name), {recursive: true, force: true});
  }
}

/// Two builds share Framework's cache, so that one waits for the other.
async function takeBuildLock(): Promise<() => void> {
  const path = join(ROOT, "src", ".observablehq", "building");
  const end = Date.now() + BUILD_LIMIT_MS;
  mkdirSync(dirname(path), {recursive: true});
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), {flag: "wx"});
      return () => rmSync(path, {force: true});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = Number(existsSync(path) ? readFileSync(path, "utf8") : 0);
    if (holder > 0 && !isAlive(holder)) rmSync(path, {force: true});
    else if (Date.now() > end)
      throw new Error(`another build runs as process ${holder}: wait for it or end it`);
    else await new Promise((wake) => setTimeout(wake, 200));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function runFramework(output: string, {recorded = false, data, log}: BuildOptions): Promise<void> {
  const child = spawn(process.execPath, ["--no-warnings", FRAMEWORK, "build"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PATH: `${join(ROOT, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
      OBSERVABLE_TELEMETRY_DISABLE: "1",
      CONVOY_SITE: output,
      ...(recorded && {CONVOY_RECORDED: "1"}),
      ...(data !== undefined && {CONVOY_DATA: resolve(data)})
    }
  });
  const limit = setTimeout(() => child.kill("SIGKILL"), BUILD_LIMIT_MS);
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk;
    for (const line of String(chunk).split("\n")) if (line.trim() !== "") log?.(line);
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const [status, signal] = await new Promise<[number | null, string | null]>((done, fail) => {
    child.on("error", fail);
    child.on("close", (...ending) => done(ending));
  });
  clearTimeout(limit);
  if (signal !== null) throw new Error(`building the site was ended by ${signal}\n${lastLines(said)}`);
  if (status !== 0) throw new Error(`building the site failed with status ${status}\n${lastLines(said)}`);
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-15).join("\n");
}

/// Framework names no language, and forbids readers to enlarge the page.
function finishPage(path: string): void {
  const page = readFileSync(path, "utf8")
    .replace("<html>", '<html lang="en">')
    .replace("width=device-width, initial-scale=1, maximum-scale=1", "width=device-width, initial-scale=1");
  writeFileSync(path, page);
}

function pagesIn(folder: string): string[] {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"});
  return files.filter((file) => file.endsWith(".html")).map((file) => join(folder, file));
}
