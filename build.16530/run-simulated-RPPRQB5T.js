import {
  listProfiles,
  profileFile
} from "./chunk-LPRPGTHX.js";
import {
  inflate
} from "./chunk-4SATZSCG.js";
import "./chunk-5FFENWPN.js";
import {
  UsageError,
  wholeNumber
} from "./chunk-5SID7MLU.js";
import "./chunk-PZ5AY32C.js";

// tools/cli/run-simulated.ts
import { readFileSync, writeSync } from "node:fs";
import { constants } from "node:os";
import { deflateSync } from "node:zlib";
var simulatedMachine = () => import(new URL("./simulated.js", import.meta.url).href);
var CORES_MAX = 1024;
var SEED_MAX = 2 ** 32 - 1;
var CORES_DEFAULT = 2;
var SEED_DEFAULT = 1;
var NS = 1e9;
function atMost(option, value, most) {
  if (value !== null && value > most)
    throw new UsageError(`invalid --${option}: ${value}; give a whole number up to ${most}`);
  return value;
}
var CLIENTS = {
  echo: (ask_ms) => ({ kind: "echo", ask_ms }),
  signals: (signals) => ({ kind: "signals", signals })
};
function client(text) {
  const [name, number] = text.split(":");
  if (!Object.hasOwn(CLIENTS, name))
    throw new UsageError(`unknown client: ${name}; known clients: ${Object.keys(CLIENTS).join(", ")}`);
  return CLIENTS[name](wholeNumber("client", number, 1) ?? void 0);
}
function readProfile(name, check) {
  const file = profileFile(name);
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const known = listProfiles().map((profile) => profile.name);
    throw new UsageError(
      `cannot read the profile ${file}: ${error.message}; known by name: ${known.join(", ")}`
    );
  }
  try {
    return check(JSON.parse(text), file);
  } catch (error) {
    throw new UsageError(
      error instanceof SyntaxError ? `no JSON in the profile ${file}: ${error.message}` : error.message
    );
  }
}
function readSource(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
function writeAll(fd, bytes) {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const { code } = error;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
    }
  }
}
function inWords({ client: client2, spinners, latencies_ns, lost, duration_ns }) {
  const sorted = [...latencies_ns].sort((a, b) => a - b);
  const us = (p) => sorted.length === 0 ? "-" : (sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] / 1e3).toFixed(1);
  const rate = client2 === "echo" ? `, ${(sorted.length / duration_ns * NS).toFixed(0)}/s` : "";
  return `convoy: ${client2} client, ${spinners} spinning: ${sorted.length} answered${rate}, p50 ${us(0.5)} us, p99 ${us(0.99)} us, ${lost} lost
`;
}
function warn({ metrics: { unmeasured_costs: names, profile } }) {
  if (names.length === 0) return;
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ", ..." : "");
  process.stderr.write(
    `convoy: simulated with the profile ${profile}: ${names.length} of its costs nobody measured (${shown})
`
  );
}
async function runSimulated(common, given) {
  const machine = await simulatedMachine();
  const limit_s = given.limit === void 0 ? null : Number(given.limit);
  if (limit_s !== null && !(limit_s > 0 && limit_s < 1e6))
    throw new UsageError(`invalid --limit: ${given.limit}; give seconds above 0 and below 1000000`);
  const { program, heap, pages, ...rest } = common;
  const result = machine.simulate({
    ...rest,
    ...program,
    cores: atMost("cores", wholeNumber("cores", given.cores, 1), CORES_MAX) ?? CORES_DEFAULT,
    seed: atMost("seed", wholeNumber("seed", given.seed, 0), SEED_MAX) ?? SEED_DEFAULT,
    scheduler: given.scheduler,
    pin: given.pin,
    profile: given.profile === void 0 ? void 0 : readProfile(given.profile, machine.checkProfile),
    limit_ns: limit_s === null ? void 0 : Math.round(limit_s * NS),
    pages: pages ?? void 0,
    heap: heap === null ? null : readFileSync(heap),
    clients: given.client?.map(client),
    readSource,
    zlib: { deflate: (bytes, level) => deflateSync(bytes, { level }), inflate },
    write: writeAll
  });
  for (const report of result.metrics.clients) process.stderr.write(inWords(report));
  warn(result);
  const [signal = null] = Object.entries(constants.signals).find(([, number]) => number === result.signal) ?? [];
  return { ...result, signal };
}
export {
  runSimulated
};
//# sourceMappingURL=run-simulated-RPPRQB5T.js.map
