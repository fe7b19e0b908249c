import {spawn} from "node:child_process";
import {existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {ROOT} from "./root.ts";

export const DIST = join(ROOT, "dist");
const FRAMEWORK = join(ROOT, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js");
const CACHE = join(ROOT, "src", ".observablehq", "cache");
const LIMIT_MS = 300_000;

/// Builds the site into dist/. `recorded` builds it from the committed runs alone. Rejects with what the build said.
export async function buildSite(recorded: boolean): Promise<void> {
  clearOutputs();
  const env = {...process.env, ...(recorded && {CONVOY_RECORDED: "1"})};
  const child = spawn(process.execPath, [FRAMEWORK, "build"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"]
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
    });
  }
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve)
  );
  clearTimeout(timer);
  if (code !== 0)
    throw new Error(
      `the site does not build (${code === null ? "killed" : `status ${code}`}):\n${said.trim()}`
    );
}

/// Framework keeps a data loader's output for as long as the one file in src/ is unchanged, whatever it imports or reads: so
/// all outputs go before a build. The libraries that it keeps in folders with an underscore stay.
function clearOutputs(): void {
  if (!existsSync(CACHE)) return;
  for (const name of readdirSync(CACHE)) {
    if (!name.startsWith("_")) rmSync(join(CACHE, name), {recursive: true, force: true});
  }
}
