/// Values of the page on predictions: how they compare with what real interpreters did, and what else was checked.

import type {Dataset} from "../../loaders/schema.ts";
import type {Predicted} from "../../loaders/simulated.ts";
import {type Comparison, comparisons, type Errors, errorsOf} from "../../loaders/validity.ts";
import type {Profile} from "../../runtime/machines/simulated/profile.ts";
import {NEAR, OWN, PREDICTED, percent, valued} from "./agreement.ts";
import {errorTable, factorFigure, spreadFigure} from "./errors.ts";
import {isBusy, renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {scatterFigure} from "./scatter.ts";
import {seriesName} from "./series.ts";
import {renderTable} from "./table.ts";
import {count, day, figure, list} from "./words.ts";

/// `validity`: both sides of data/validity. `runs`: the datasets of the other pages, in which Convoy's own threads and real
/// interpreters were measured beside each other.
export async function validityValues(
  validity: readonly Dataset[],
  runs: readonly Dataset[],
  predicted: readonly Predicted[]
): Promise<Values> {
  const found = comparisons(validity);
  const own = comparisons(runs, "host");
  return {
    summary: inWords(found),
    predictions: await predictionFigure(found, validity),
    factors: await factors(found, own, validity, runs),
    spread: await spread(found, validity),
    errors: errorTable(found, PREDICTED),
    host: await hostFigure(own, runs),
    "host errors": errorTable(own, OWN),
    "host summary": hostInWords(own),
    profiles: profileTable(predicted.map(({name, profile}) => ({name, profile})))
  };
}

const FILES =
  '<span class="downloads"><a href="/data#predictions-and-what-they-are-compared-with">All tables</a></span>';
const NONE = "No predictions are recorded yet: `npx convoy validate` makes them.";

function inWords(found: readonly Comparison[]): string {
  const errors = errorsOf(found);
  if (errors === null) return NONE;
  return (
    `${count(errors.compared, "figure")} of real interpreters, predicted: the median is off by a factor of ` +
    `${figure(errors.factor_p50)}, nine in ten by at most ${figure(errors.factor_p90)}, the worst by ` +
    `${figure(errors.factor_max)}; ${percent(errors.within / errors.compared)} are off by a factor of ${NEAR} or less. ` +
    `${count(errors.inside, "prediction")} ${errors.inside === 1 ? "lies" : "lie"} within the interval of what was measured. ${directions(errors, "predictions")}`
  );
}

const directions = ({directions, sameDirection}: Errors, what: string): string =>
  `Of ${count(directions, "ratio")} that ${directions === 1 ? "is" : "are"} surely above or below 1, ${sameDirection} ${what} are on the same side.`;

function hostInWords(own: readonly Comparison[]): string {
  const errors = errorsOf(own);
  if (errors === null) return "No run has both Convoy's threads and a real interpreter with the same lock.";
  return (
    `${count(errors.compared, "figure")} ${errors.compared === 1 ? "was" : "were"} measured with both. The median differs by a factor of ` +
    `${figure(errors.factor_p50)}, nine in ten by at most ${figure(errors.factor_p90)}. ${directions(errors, "figures of Convoy's threads")}`
  );
}

async function predictionFigure(found: readonly Comparison[], validity: readonly Dataset[]): Promise<string> {
  const errors = errorsOf(found);
  if (errors === null) return "";
  return renderFigure(
    scatterFigure(found, PREDICTED, {
      id: "predictions",
      title: `Predicted from measured costs alone: half of the figures within a factor of ${figure(errors.factor_p50)}, nine in ten within ${figure(errors.factor_p90)}`,
      origin: origin(validity),
      files: FILES
    })
  );
}

async function factors(
  found: readonly Comparison[],
  own: readonly Comparison[],
  validity: readonly Dataset[],
  runs: readonly Dataset[]
): Promise<string> {
  if (found.length + own.length === 0) return "";
  const near = (of: readonly Comparison[], whose: string) =>
    of.length === 0 ? [] : [`${percent(errorsOf(of)!.within / of.length)} of ${whose}`];
  return renderFigure(
    factorFigure(
      [
        {side: PREDICTED, found},
        {side: OWN, found: own}
      ],
      {
        id: "factors",
        title: `Within a factor of ${NEAR}: ${list([...near(found, "the predictions"), ...near(own, "what Convoy's own threads did")])}`,
        origin: [origin(validity), own.length === 0 ? "" : `Convoy's threads: ${origin(runs)}`]
          .join(" ")
          .trim()
      }
    )
  );
}

async function spread(found: readonly Comparison[], validity: readonly Dataset[]): Promise<string> {
  const worst = [...found].sort((a, b) => b.factor - a.factor)[0];
  if (worst === undefined) return "";
  const {measured, predicted, unit, arm} = worst;
  return renderFigure(
    spreadFigure(found, PREDICTED, {
      id: "spread",
      title: `Furthest off: ${seriesName(measured)}, ${arm}, ${valued(measured.estimate, unit)} measured and ${valued(predicted.estimate, unit)} predicted`,
      origin: origin(validity),
      files: FILES
    })
  );
}

async function hostFigure(own: readonly Comparison[], runs: readonly Dataset[]): Promise<string> {
  const errors = errorsOf(own);
  if (errors === null) return "";
  return renderFigure(
    scatterFigure(own, OWN, {
      id: "own-threads",
      title: `Convoy's own threads under the same lock, beside real interpreters: ${percent(errors.within / errors.compared)} of the figures within a factor of ${NEAR}`,
      origin: origin(runs)
    })
  );
}

/// What made the figures of several runs, in sentences: those of real threads together, and those of virtual cores.
function origin(datasets: readonly Dataset[]): string {
  const virtual = datasets.filter(({run}) =>
    run.machines.every((machine) => machine.startsWith("simulated"))
  );
  const real = datasets.filter((one) => !virtual.includes(one));
  return [...measuredOn(real), ...predictedOn(virtual)].join(" ");
}

const unique = (texts: readonly string[]): string => list([...new Set(texts)].sort());

function measuredOn(real: readonly Dataset[]): string[] {
  if (real.length === 0) return [];
  const runs = real.map(({run}) => run);
  const busy = real.filter(isBusy);
  return [
    `Measured on ${unique(runs.map(({start}) => day(start)))} (${unique(runs.map(({setting, repetitions}) => `${setting} setting, ${count(repetitions, "process restart")} a cell`))})` +
      ` on ${unique(runs.map(({cpu, cores, platform, kernel}) => `${cpu}, ${count(cores, "core")}, ${platform} ${kernel}`))}.`,
    ...(busy.length === 0
      ? []
      : [
          `The load was ${list(busy.map(({name, run}) => `${run.load_before} before ${name}`))}: doubt these figures.`
        ])
  ];
}

function predictedOn(virtual: readonly Dataset[]): string[] {
  if (virtual.length === 0) return [];
  const runs = virtual.map(({run}) => run);
  return [
    `Predicted on ${unique(runs.map(({start}) => day(start)))} (${unique(runs.map(({repetitions}) => `${count(repetitions, "seed")} a cell`))}).`,
    ...(virtual.some(({status}) => status === "stale") ? ["The simulated machine has changed since."] : [])
  ];
}

/// What each prediction was made from: how many costs are known in which way, and which nobody measured.
export function profileTable(profiles: readonly {name: string; profile: Profile}[]): string {
  if (profiles.length === 0) return "No profile is recorded yet.";
  return renderTable({
    caption: "Profiles: how each cost is known",
    columns: [
      {title: "profile"},
      {title: "measured", numeric: true},
      {title: "documented", numeric: true},
      {title: "defaults that nobody measured"}
    ],
    rows: profiles.map(({name, profile}) => {
      const of = (wanted: string) =>
        Object.entries(profile.costs).filter(([, {provenance}]) => provenance === wanted);
      return [
        name,
        `${of("measured").length}`,
        `${of("documented").length}`,
        of("default")
          .map(([cost]) => cost)
          .join(", ") || "none"
      ];
    })
  });
}
