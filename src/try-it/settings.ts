/// What a reader can set, as it was typed, and what of it is wrong.

export const CORES_MAX = 1024;
export const SEED_MAX = 2 ** 32 - 1;
/// Virtual seconds. A trace lies in memory: a longer run belongs on the command line.
export const LIMIT_MAX_S = 10;

/// Milliseconds.
export const INTERVAL_MIN_MS = 0.001;
export const INTERVAL_MAX_MS = 10_000;
export const CHECK_MAX = 1_000_000;

/// The settings that are one word each, as the form and addresses name them, in their order.
export const WORDS = [
  "cores",
  "profile",
  "placement",
  "scheduler",
  "interval",
  "check",
  "seed",
  "limit"
] as const;
export type Word = (typeof WORDS)[number];

/// The form as it stands, right or wrong.
export interface Draft extends Record<Word, string> {
  source: string;
  designs: string[];
}

export interface Settings {
  source: string;
  designs: string[];
  cores: number;
  /// Name of what everything costs.
  profile: string;
  /// Whether each thread stays on a core.
  pin: boolean;
  /// PROFILES_OWN: that of the machine that the profile describes.
  scheduler: string;
  /// Of designs with a time-out.
  switchInterval_us: number;
  /// Of designs that count ticks.
  checkInterval: number;
  seed: number;
  limit_s: number;
}

/// Names that there are.
export interface Known {
  designs: readonly string[];
  profiles: readonly string[];
  schedulers: readonly string[];
}

export const PLACEMENTS = ["free", "pinned"] as const;
export const PROFILES_OWN = "as-profiled";

export type Field = "designs" | Word;
export type Problems = Partial<Record<Field, string>>;

export const DEFAULTS: Omit<Draft, "source"> = {
  designs: ["tick", "timeout"],
  cores: "2",
  profile: "default",
  placement: "free",
  scheduler: PROFILES_OWN,
  interval: "5",
  check: "100",
  seed: "1",
  limit: "1"
};

/// What a draft asks for, and a sentence for each field that asks for something that there is not.
export function readDraft(draft: Draft, known: Known): {settings: Settings; problems: Problems} {
  const found: Record<Field, string | null> = {
    designs: designsProblem(draft.designs, known.designs),
    cores: wholeProblem("number of cores", draft.cores, 1, CORES_MAX),
    profile: unknownName("profile", draft.profile, known.profiles),
    placement: unknownName("placement", draft.placement, PLACEMENTS),
    scheduler: unknownName("scheduler", draft.scheduler, [PROFILES_OWN, ...known.schedulers]),
    interval: intervalProblem(draft.interval),
    check: wholeProblem("check interval", draft.check, 0, CHECK_MAX),
    seed: wholeProblem("seed", draft.seed, 0, SEED_MAX),
    limit: limitProblem(draft.limit)
  };
  const settings = {
    source: draft.source,
    designs: known.designs.filter((name) => draft.designs.includes(name)),
    cores: Number(draft.cores),
    profile: draft.profile,
    pin: draft.placement === "pinned",
    scheduler: draft.scheduler,
    switchInterval_us: Math.round(Number(draft.interval) * 1000),
    checkInterval: Number(draft.check),
    seed: Number(draft.seed),
    limit_s: Number(draft.limit)
  };
  const problems = Object.entries(found).filter(([, problem]) => problem !== null);
  return {settings, problems: Object.fromEntries(problems)};
}

function designsProblem(chosen: readonly string[], known: readonly string[]): string | null {
  if (chosen.length === 0) return "missing design: choose at least one";
  const unknown = chosen.find((name) => !known.includes(name));
  return unknown === undefined ? null : unknownName("design", unknown, known);
}

function unknownName(what: string, name: string, known: readonly string[]): string | null {
  return known.includes(name) ? null : `unknown ${what}: ${name}; there are ${known.join(", ")}`;
}

function wholeProblem(what: string, text: string, least: number, most: number): string | null {
  const typed = text.trim();
  const range = `give a whole number from ${least} to ${most}`;
  if (typed === "") return `missing ${what}: ${range}`;
  const value = Number(typed);
  if (!/^\d+$/.test(typed)) return `invalid ${what}: ${typed}; ${range}`;
  if (value > most) return `${what} too large: ${typed}; ${range}`;
  return value < least ? `${what} too small: ${typed}; ${range}` : null;
}

function limitProblem(text: string): string | null {
  const range = `give virtual seconds, above 0 and up to ${LIMIT_MAX_S}`;
  return decimalProblem("limit", text, range, (value) => value * 1e9 >= 1 && value <= LIMIT_MAX_S);
}

function intervalProblem(text: string): string | null {
  const range = `give milliseconds, from ${INTERVAL_MIN_MS} to ${INTERVAL_MAX_MS}`;
  const fits = (value: number) => value >= INTERVAL_MIN_MS && value <= INTERVAL_MAX_MS;
  return decimalProblem("switch interval", text, range, fits);
}

function decimalProblem(
  what: string,
  text: string,
  range: string,
  fits: (value: number) => boolean
): string | null {
  const typed = text.trim();
  if (typed === "") return `missing ${what}: ${range}`;
  const isNumber = /^(\d+\.?\d*|\.\d+)$/.test(typed);
  return isNumber && fits(Number(typed)) ? null : `invalid ${what}: ${typed}; ${range}`;
}
