/** Says of each mutant what a check finds. */
import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Descriptor} from "../../../../../runtime/designs/index.ts";
import {type Checker, load} from "../load.ts";
import type {Mutant} from "./mutant.ts";

const designs = resolve(import.meta.dirname, "../../../../../runtime/designs");

/** What a check finds of one mutant. */
export interface Judgement {
  design: string;
  name: string;
  title: string;
  /** A property, `starvation`, `equivalent` or `uncovered`. */
  verdict: string;
  /** Where it was found first, with how many threads. */
  scenario: string;
  threads: number | null;
  steps: number | null;
  /** A schedule that shows it. */
  schedule: string;
}

/** The mutant's source. @throws if an edit does not fit exactly once */
export function sourceOf({design, name, edits}: Pick<Mutant, "design" | "name" | "edits">): string {
  let source = readFileSync(join(designs, `${design}.ts`), "utf8");
  for (const [find, replace] of edits) {
    const parts = source.split(find);
    if (parts.length !== 2)
      throw new Error(
        `invalid edit of ${design}/${name}: ${JSON.stringify(find)} stands ${parts.length - 1} times`
      );
    source = parts.join(replace);
  }
  return source;
}

const keyOf = ({design, name}: Pick<Mutant, "design" | "name">) => `${design}/${name}`;

/** The checker and each variant's descriptor by design/name. */
export async function loadVariants(variants: readonly Pick<Mutant, "design" | "name" | "edits">[]) {
  const loaded = await load(
    Object.fromEntries(variants.map((variant) => [keyOf(variant), sourceOf(variant)]))
  );
  return {
    checker: loaded.checker,
    descriptorOf: (variant: Pick<Mutant, "design" | "name">) => loaded.designs[keyOf(variant)]
  };
}

const LIMITS = {states: 3_000_000, seconds: 60, statesAfterViolation: 0};

/** Scenarios whose graphs are compared. */
const COMPARED = ["share-2", "yield-2", "start-2", "signal-2", "start-3"];

/** Who starves under the correct design and its graphs, by design and scenario: computed once. */
export class Judge {
  private readonly checker: Checker;
  private readonly correct = new Map<string, string>();

  constructor(checker: Checker) {
    this.checker = checker;
  }

  /**
   * Looks for violations, then for starvation, with 2 threads and on to `threadsMax`. Where there is none, compares the
   * graphs with the correct design's.
   */
  judge(mutant: Mutant, descriptor: Descriptor, threadsMax: number): Judgement {
    const {design, name, title} = mutant;
    for (let threads = 2; threads <= threadsMax; threads++) {
      const found = this.violation(descriptor, threads) ?? this.starvation(mutant, descriptor, threads);
      if (found) return {design, name, title, ...found};
    }
    const verdict = this.isEquivalent(mutant, descriptor) ? "equivalent" : "uncovered";
    return {design, name, title, verdict, scenario: "", threads: null, steps: null, schedule: ""};
  }

  private violation(descriptor: Descriptor, threads: number) {
    const rows = this.checker
      .plan({threads: [threads]})
      .filter(({pass}) => pass === "steps")
      .map(({scenario}) => this.checker.checkPass(descriptor, scenario, "steps", {limits: LIMITS}));
    const first = rows
      .flatMap(({scenario, verdicts}) => verdicts.map((verdict) => ({...verdict, scenario})))
      .filter(({schedule}) => schedule !== null)
      .sort((a, b) => a.steps! - b.steps!)
      .at(0);
    if (!first) return null;
    const {property, scenario, steps, schedule} = first;
    return {verdict: property, scenario, threads, steps, schedule: schedule!};
  }

  private starvation({design}: Mutant, descriptor: Descriptor, threads: number) {
    for (const scenario of this.checker.endless.filter((one) => one.threads.length === threads)) {
      const of = (one: Descriptor) =>
        this.checker
          .checkPass(one, scenario, "endless", {limits: LIMITS})
          .starvation!.flatMap(({victim, by, alone}) => [
            ...by.map((thread) => `${thread}>${victim}`),
            ...alone.map((thread) => `${thread}>>${victim}`)
          ]);
      const correct = this.remember(`${design} ${scenario.name}`, () =>
        of(this.checker.findDesign(design)).join(" ")
      ).split(" ");
      if (of(descriptor).some((pair) => !correct.includes(pair)))
        return {verdict: "starvation", scenario: scenario.name, threads, steps: null, schedule: ""};
    }
    return null;
  }

  private isEquivalent({design}: Mutant, descriptor: Descriptor): boolean {
    return COMPARED.every((name) => {
      const of = (one: Descriptor) =>
        this.checker.signature(
          this.checker.explore(one, this.checker.findScenario(name), {graph: true, limits: LIMITS})
        );
      return of(descriptor) === this.remember(`${design} ${name}`, () => of(this.checker.findDesign(design)));
    });
  }

  private remember(key: string, compute: () => string): string {
    if (!this.correct.has(key)) this.correct.set(key, compute());
    return this.correct.get(key)!;
  }
}
