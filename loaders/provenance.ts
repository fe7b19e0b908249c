import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {release, totalmem} from "node:os";
import {join} from "node:path";
import {sha256} from "./freshness.ts";
import {ROOT} from "./root.ts";
import type {Run} from "./schema.ts";
import {CORES, clockResolutionNs, cpuModel, load1m} from "./system.ts";

/// The part of run.json that belongs to the computer and to the code, as they are before a run.
export type Circumstances = Pick<
  Run,
  | "commit"
  | "dirty"
  | "lockfile_sha256"
  | "node"
  | "platform"
  | "kernel"
  | "cpu"
  | "cores"
  | "memory_gb"
  | "load_before"
  | "clock_resolution_ns"
  | "start"
>;

export function circumstances(): Circumstances {
  const status = git("status", "--porcelain", "--untracked-files=no");
  return {
    commit: git("rev-parse", "HEAD")?.trim() ?? null,
    dirty: status === null ? null : status.trim() !== "",
    lockfile_sha256: sha256(readFileSync(join(ROOT, "package-lock.json"))),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    kernel: release(),
    cpu: cpuModel(),
    cores: CORES,
    memory_gb: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    load_before: load1m(),
    clock_resolution_ns: clockResolutionNs(),
    start: new Date().toISOString()
  };
}

function git(...args: string[]): string | null {
  try {
    return execFileSync("git", args, {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 10_000
    });
  } catch {
    return null;
  }
}
