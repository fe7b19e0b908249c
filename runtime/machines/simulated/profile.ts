/**
 * A profile says what everything costs on one machine with one interpreter, and how that is known. `convoy calibrate`
 * writes one; as JSON:
 *
 *     {"format": "convoy-profile-2", "name": "...", "cores": 2, "scheduler": "eevdf", "order": "first",
 *      "costs": {"atomic_ns": {"value": 8, "provenance": "measured", "where": "CPython 3.11.7, 2 cores, ..."}, ...}}
 */
import {type ByIdleTime, COSTS, type CostDescription, type CostName, type Costs} from "./costs.ts";
import {findScheduler} from "./schedulers/index.ts";

export const PROFILE_FORMAT = "convoy-profile-2";
/** Without what depends on idle times, and without the scheduler. */
const OLD_FORMAT = "convoy-profile-1";

/**
 * How a cost is known: measured on the machine that the profile names; taken from a system's source or manual; fitted, so
 * that the machine gives published figures; or a default, which nobody measured.
 */
export type Provenance = "measured" | "documented" | "fitted" | "default";

export interface Cost {
  /** A whole number, quantiles of a distribution, or several by idle time: see `COSTS`. */
  value: number | readonly number[] | ByIdleTime;
  provenance: Provenance;
  /** Where it was measured, which file or page says so, or to which figures it is fitted. */
  where: string;
}

export interface Profile {
  format: typeof PROFILE_FORMAT;
  /** The machine and interpreter that it describes. */
  name: string;
  /** How many cores it was measured on; null: none in particular. */
  cores: number | null;
  /** By which its system shares its cores: see `schedulers`. */
  scheduler: string;
  /** Which of the threads that sleep on a word a wake-up wakes: the first, the last, or any. */
  order: "first" | "last" | "any";
  /**
   * When a signal calls the kernel: `futex`, where a thread sleeps on the condition (glibc); `counted`, where the count of
   * waiters is above 0, which a woken thread leaves only when it runs (Mach's pthreads). Default `futex`.
   */
  conditions?: "futex" | "counted";
  costs: Record<CostName, Cost>;
}

const otherwise = (name: CostName) => (COSTS[name] as CostDescription).otherwise;

/** The values of a profile's costs. */
export function costsOf({costs}: Profile): Costs {
  const names = Object.keys(COSTS) as CostName[];
  return Object.fromEntries(names.map((name) => [name, costs[name]?.value ?? otherwise(name)])) as Costs;
}

/** Names of the costs that nobody measured. */
export function unmeasured(profile: Profile): CostName[] {
  const names = Object.keys(COSTS) as CostName[];
  return names.filter((name) => (profile.costs[name]?.provenance ?? "default") === "default");
}

/**
 * Checks a profile that was read from JSON. `source` names it in errors.
 * @throws Error that names what is missing, unknown or invalid
 */
export function checkProfile(value: unknown, source: string): Profile {
  const fail = (what: string): never => {
    throw new Error(`${what} in the profile ${source}`);
  };
  const profile = value as Profile;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail("no object");
  if ((profile.format as string) === OLD_FORMAT)
    fail(`old format: ${OLD_FORMAT}; measure again with convoy calibrate, which writes ${PROFILE_FORMAT};`);
  if (profile.format !== PROFILE_FORMAT)
    fail(`unknown format: ${JSON.stringify(profile.format)}; known: ${PROFILE_FORMAT};`);
  if (typeof profile.name !== "string") fail("missing name");
  const {cores} = profile;
  if (cores !== null && !(isWhole(cores) && cores > 0))
    fail(`invalid cores: ${JSON.stringify(cores)}; give a whole number of 1 or more, or null;`);
  try {
    findScheduler(profile.scheduler);
  } catch (error) {
    fail(`${(error as Error).message};`);
  }
  if (!["first", "last", "any"].includes(profile.order))
    fail(`invalid order: ${JSON.stringify(profile.order)}; give first, last or any;`);
  if (!["futex", "counted", undefined].includes(profile.conditions))
    fail(`invalid conditions: ${JSON.stringify(profile.conditions)}; give futex or counted;`);
  if (typeof profile.costs !== "object" || profile.costs === null) fail("missing costs");
  for (const name of Object.keys(profile.costs))
    if (!Object.hasOwn(COSTS, name)) fail(`unknown cost: ${name}`);
  for (const name of Object.keys(COSTS) as CostName[]) {
    if (!Object.hasOwn(profile.costs, name)) {
      if (otherwise(name) !== undefined) continue;
      fail(`missing cost: ${name} (${COSTS[name].meaning})`);
    }
    const problem = problemOf(name, profile.costs[name]);
    if (problem !== null) fail(problem);
  }
  return profile;
}

const isWhole = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const POSITIVE: ReadonlySet<CostName> = new Set(
  (Object.keys(COSTS) as CostName[]).filter((name) =>
    /^(tick|eevdf|fair_(latency|slice)|decay|round)/.test(name)
  )
);
const PROVENANCES: readonly Provenance[] = ["measured", "documented", "fitted", "default"];

function problemOf(name: CostName, cost: Cost): string | null {
  const {value, provenance, where} = cost ?? {};
  const shown = JSON.stringify(value);
  if (!PROVENANCES.includes(provenance))
    return `invalid provenance of ${name}: ${provenance}; give ${PROVENANCES.join(", ")};`;
  if (typeof where !== "string") return `missing where of ${name}`;
  if (COSTS[name].shape === "number") {
    if (!isWhole(value)) return `invalid ${name}: ${shown}; give a whole number of 0 or more;`;
    return POSITIVE.has(name) && value === 0 ? `invalid ${name}: 0; give a number above 0;` : null;
  }
  if (COSTS[name].shape === "quantiles")
    return areQuantiles(value)
      ? null
      : `invalid ${name}: ${shown}; give quantiles: whole numbers, ascending;`;
  return isByIdleTime(value)
    ? null
    : `invalid ${name}: ${shown}; give pairs of an idle time in nanoseconds, from 0 on, ascending, and quantiles;`;
}

function areQuantiles(value: unknown): boolean {
  const list = value as readonly number[];
  const ascending =
    Array.isArray(list) && list.every((item, i) => isWhole(item) && (i === 0 || item >= list[i - 1]));
  return ascending && list.length > 0 && list.length <= 65536;
}

function isByIdleTime(value: unknown): boolean {
  const rows = value as ByIdleTime;
  if (!Array.isArray(rows) || rows.length === 0) return false;
  return rows.every((row, i) => {
    if (!Array.isArray(row) || row.length !== 2 || !areQuantiles(row[1])) return false;
    return isWhole(row[0]) && (i === 0 ? row[0] === 0 : row[0] > rows[i - 1][0]);
  });
}
