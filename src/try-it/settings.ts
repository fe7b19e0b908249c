/// What a reader can set, as it was typed, and what of it is wrong.

export const CORES_MAX = 1024;
export const SEED_MAX = 2 ** 32 - 1;
/// Virtual seconds. A trace lies in memory: a longer run belongs on the command line.
export const LIMIT_MAX_S = 10;

/// The form as it stands, right or wrong.
export interface Draft {
  source: string;
  designs: string[];
  cores: string;
  scheduler: string;
  seed: string;
  limit: string;
}

export interface Settings {
  source: string;
  designs: string[];
  cores: number;
  scheduler: string;
  seed: number;
  limit_s: number;
}

/// Names that there are.
export interface Known {
  designs: readonly string[];
  schedulers: readonly string[];
}

export type Field = "designs" | "cores" | "scheduler" | "seed" | "limit";
export type Problems = Partial<Record<Field, string>>;

export const DEFAULTS: Omit<Draft, "source"> = {
  designs: ["tick", "timeout"],
  cores: "2",
  scheduler: "fair",
  seed: "1",
  limit: "1"
};

/// What a draft asks for, and a sentence for each field that asks for something that there is not.
export function readDraft(draft: Draft, known: Known): {settings: Settings; problems: Problems} {
  const problems: Problems = {};
  const check = (field: Field, problem: string | null) => {
    if (problem !== null) problems[field] = problem;
  };
  check("designs", designsProblem(draft.designs, known.designs));
  check("scheduler", unknownName("scheduler", draft.scheduler, known.schedulers));
  check("cores", wholeProblem("number of cores", draft.cores, 1, CORES_MAX));
  check("seed", wholeProblem("seed", draft.seed, 0, SEED_MAX));
  check("limit", limitProblem(draft.limit));
  const settings = {
    source: draft.source,
    designs: known.designs.filter((name) => draft.designs.includes(name)),
    cores: Number(draft.cores),
    scheduler: draft.scheduler,
    seed: Number(draft.seed),
    limit_s: Number(draft.limit)
  };
  return {settings, problems};
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
  const typed = text.trim();
  const range = `give virtual seconds, above 0 and up to ${LIMIT_MAX_S}`;
  if (typed === "") return `missing limit: ${range}`;
  const value = /^\d*\.?\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return value * 1e9 >= 1 && value <= LIMIT_MAX_S ? null : `invalid limit: ${typed}; ${range}`;
}
