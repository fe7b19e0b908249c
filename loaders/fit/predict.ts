/// Figures as the simulated machine gives them, beside what is published.
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import type {PublishedFigure} from "../schema.ts";
import type {Simulate} from "../simulated.ts";
import {median} from "../statistics.ts";
import type {FigureRow, SeedRow} from "./dataset.ts";
import {type Direction, FIGURES, type Figure, SAME} from "./figures/index.ts";
import type {MachineName} from "./machines.ts";
import {type Runner, runner} from "./run.ts";

export const SEEDS: readonly number[] = [1, 2, 3];

/// The number of a published figure. Throws for an id that is not there, and for one that is no number.
export function publishedValue(figures: readonly PublishedFigure[], id: string): number {
  const value = Number.parseFloat(findFigure(figures, id).value.replace(/^[~<>=]+/, ""));
  if (Number.isFinite(value)) return value;
  throw new Error(`invalid published figure: ${id} is no number`);
}

export function findFigure(figures: readonly PublishedFigure[], id: string): PublishedFigure {
  const found = figures.find((figure) => figure.id === id);
  if (found) return found;
  throw new Error(`unknown published figure: ${id}`);
}

export interface PredictOptions {
  simulate: Simulate;
  /// Of the machines that the figures name.
  profiles: Partial<Record<MachineName, Profile>>;
  published: readonly PublishedFigure[];
  /// Default all.
  figures?: readonly Figure[];
  /// Default SEEDS.
  seeds?: readonly number[];
  /// Told of each figure before it is run.
  progress?(figure: Figure): void;
}

/// Each figure with each seed. Figures of one machine share their runs.
export function seedRows(options: PredictOptions): SeedRow[] {
  const {simulate, profiles, published, figures = FIGURES, seeds = SEEDS, progress} = options;
  const runners = new Map<string, Runner>();
  const runnerOf = (machine: MachineName, seed: number): Runner => {
    const key = `${machine} ${seed}`;
    if (!runners.has(key)) runners.set(key, runner(simulate, profiles[machine]!, seed));
    return runners.get(key)!;
  };
  const value = (id: string) => publishedValue(published, id);
  return figures.flatMap((figure) => {
    progress?.(figure);
    return seeds.map((seed) => ({
      figure: figure.id,
      seed,
      simulated: rounded(figure.value(runnerOf(figure.machine, seed), value))
    }));
  });
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/// The figures with their distribution over seeds, how far they are off, and whether their directions hold.
export function figureRows(
  rows: readonly SeedRow[],
  published: readonly PublishedFigure[],
  figures: readonly Figure[] = FIGURES
): FigureRow[] {
  const values = (id: string) => rows.filter(({figure}) => figure === id).map(({simulated}) => simulated);
  const simulated = (than: string | number) => (typeof than === "number" ? than : median(values(than)));
  return figures.map((figure) => {
    const {unit, evidence} = findFigure(published, figure.id);
    const [from, to] = figure.range ?? [comparedValue(published, figure), null];
    const own = values(figure.id);
    const p50 = median(own);
    const {directions} = figure;
    return {
      figure: figure.id,
      machine: figure.machine,
      role: figure.role,
      workload: figure.workload,
      published: from,
      published_high: to,
      unit: figure.compared?.unit ?? unit,
      evidence: evidence as "primary" | "secondary",
      simulated_p50: rounded(p50),
      simulated_min: Math.min(...own),
      simulated_max: Math.max(...own),
      seeds: own.length,
      factor: rounded(factorOf(p50, from, to ?? from)),
      directions: directions.map(([direction, than]) => `${WORDS[direction]} ${than}`).join("; "),
      direction_holds:
        directions.length === 0
          ? null
          : directions.every(([direction, than]) => holds(direction, p50, simulated(than))),
      note: figure.note ?? null
    };
  });
}

function comparedValue(published: readonly PublishedFigure[], {id, compared}: Figure): number {
  const value = publishedValue(published, id);
  return compared === undefined ? value : compared.of(value);
}

const WORDS: Record<Direction, string> = {above: "above", below: "below", same: "the same as"};

/// The larger over the smaller of a value and the nearest end of a range; 1 within.
export function factorOf(value: number, from: number, to: number): number {
  return Math.max(1, value / to, from / value);
}

export function holds(direction: Direction, value: number, than: number): boolean {
  if (direction === "same") return Math.max(value / than, than / value) <= SAME;
  return direction === "above" ? value > than : value < than;
}
