/** Scripts of the conformance suite that threads, clocks, signals and sockets decide, on the simulated machine. */
import {readFileSync} from "node:fs";
import {deflateSync} from "node:zlib";
import {describe, it} from "vitest";
import {inflate} from "../../../../runtime/machines/host/zlib.ts";
import {differences} from "../../../conformance/expectations.ts";
import {listScripts} from "../../../conformance/scripts.ts";
import {run} from "./run.ts";

const ROOMS = [
  "threading/",
  "queue/",
  "time/",
  "signal/",
  "socket/",
  "os/",
  "files/",
  "destruction/",
  "zlib/"
];
const SETTINGS = [
  {design: "timeout", cores: 2},
  {design: "tick", cores: 3},
  {design: "tick-condition", cores: 1}
];
/** Under a lock whose waits no signal ends, the handler comes after the wait. */
const UNINTERRUPTED = ["signal/during_join.py"];
const zlib = {deflate: (bytes: Uint8Array, level: number) => deflateSync(bytes, {level}), inflate};
const readSource = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

describe.each(SETTINGS)("under $design on $cores cores", ({design, cores}) => {
  for (const script of ROOMS.flatMap((room) => listScripts(room))) {
    if (design !== "timeout" && UNINTERRUPTED.includes(script.name)) continue;
    it(script.name, () => {
      const source = readFileSync(script.path, "utf8");
      const result = run(source, {filename: script.path, design, cores, zlib, readSource});
      const exit = result.signal === null ? result.status : 128 + result.signal;
      const stderr = result.stderr + (result.failure ?? "");
      const found = differences(script.expected, {stdout: result.stdout, stderr, exit}, script.path);
      if (found.length > 0) throw new Error(found.join("\n"));
    });
  }
});
