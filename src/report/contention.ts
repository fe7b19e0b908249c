/// Figures and values of the page on counting threads.

import type {ContentionRow, Dataset, Lock, SummaryRow} from "../../loaders/schema.ts";
import {repetitionChart} from "./charts.ts";
import {estimateFigure, type PublishedPoint} from "./estimates.ts";
import {type Figure, kindsOf, renderFigure} from "./figure.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {NEW, OLD, type Published, quotient} from "./select.ts";
import {byLock, each, legend, seriesName, seriesOf} from "./series.ts";
import {count, figure, list} from "./words.ts";

const ONE = "one core";
const ALL = "all cores";
const coresName = ({cores}: {cores: number}) => (cores === 1 ? ONE : ALL);

function coresNames(rows: {cores: number}[]): string[] {
  const present = new Set<string>(rows.map(coresName));
  return [ONE, ALL].filter((name) => present.has(name));
}

export async function contentionValues(
  dataset: Dataset,
  rows: ContentionRow[],
  published: Published
): Promise<Values> {
  const two = (designs: readonly Lock[], cores: string) =>
    each(
      ratios(dataset, "fixed").filter(
        (s) => s.threads === 2 && coresName(s) === cores && designs.includes(s.design)
      )
    );
  const theirs = (over: string, under: string) => figure(quotient(published, over, under).value);
  return {
    program: listing("contention.py", ["count", "counter"]),
    cores: count(dataset.run.cores, "core"),
    "old lock on all cores": two(OLD, ALL),
    "old lock on one core": two(OLD, ONE),
    "new lock on all cores": two(NEW, ALL),
    checks: checkTimes(dataset.summary),
    "published 2009": theirs("beazley-2009-02", "beazley-2009-01"),
    "published 2009 on one core": theirs("beazley-2009-03", "beazley-2009-01"),
    "published 2010": theirs("beazley-2010-02", "beazley-2010-01"),
    "published 2010 new": theirs("beazley-2010-new-02", "beazley-2010-new-01"),
    slowdown: await renderFigure(slowdown(dataset, published)),
    split: await renderFigure(split(dataset, published)),
    repetitions: await renderFigure(repetitions(dataset, rows)),
    switches: await renderFigure(switches(dataset, rows)),
    "time between checks": await renderFigure(checks(dataset))
  };
}

const ratios = ({summary}: Dataset, work: "fixed" | "split") =>
  summary.filter((s) => s.metric === "slowdown_ratio" && s.work === work && s.threads! > 1);

/// "Convoy tick: two threads on all cores need 1.94 times ...": the dearest of two threads on all cores.
function dearest(shown: SummaryRow[], what: string): string {
  const two = shown.filter((s) => s.threads === 2 && coresName(s) === ALL && s.estimate !== null);
  const worst = [...two].sort((a, b) => b.estimate! - a.estimate!)[0];
  if (worst === undefined) return "Two threads on all cores were not measured";
  const times = `${figure(worst.estimate)} times`;
  if (worst.low !== null && worst.low > 1)
    return `${seriesName(worst)}: two threads on all cores need ${times} the time of one for ${what}`;
  return `No lock makes two threads on all cores reliably slower than one for ${what}: ${times} at most, in the median`;
}

function slowdown(dataset: Dataset, published: Published): Figure {
  const shown = ratios(dataset, "fixed");
  const points: PublishedPoint[] = [
    {...quotient(published, "beazley-2009-02", "beazley-2009-01"), x: "2", panel: ALL},
    {...quotient(published, "beazley-2009-03", "beazley-2009-01"), x: "2", panel: ONE}
  ];
  return estimateFigure({
    id: "slowdown",
    title: dearest(shown, "the same work"),
    description:
      "Time per iteration relative to the sequential arm of the same process, for 2, 3 and 4 threads that each count all " +
      `the way down, on one core and on all. Series: ${list(seriesOf(shown).map(seriesName))}.`,
    dataset,
    shown,
    x: (s) => `${s.threads}`,
    xTitle: "threads",
    yTitle: "times sequential",
    baseline: 1,
    panel: coresName,
    panels: coresNames(shown),
    published: {name: "Beazley 2009", points},
    credit: "Experiment: David Beazley, 2009."
  });
}

function split(dataset: Dataset, published: Published): Figure {
  const shown = ratios(dataset, "split");
  const points: PublishedPoint[] = [
    {...quotient(published, "beazley-2010-02", "beazley-2010-01"), x: "2", panel: ALL},
    {...quotient(published, "beazley-2010-03", "beazley-2010-01"), x: "4", panel: ALL}
  ];
  return estimateFigure({
    id: "split",
    title: dearest(shown, "half the work each"),
    description: `Time per iteration relative to the sequential arm, when the threads share one count. Series: ${list(seriesOf(shown).map(seriesName))}.`,
    dataset,
    shown,
    x: (s) => `${s.threads}`,
    xTitle: "threads",
    yTitle: "times sequential",
    baseline: 1,
    panel: coresName,
    panels: coresNames(shown),
    published: {name: "Beazley 2010", points},
    credit: "Experiment: David Beazley, 2010."
  });
}

function repetitions(dataset: Dataset, rows: ContentionRow[]): Figure {
  const shown = rows.filter((row) => row.threads === 2 && row.work === "fixed");
  const values = shown.map((row) => row.slowdown_ratio);
  return {
    id: "repetitions",
    title: `Restarts of one setting differ: two threads cost from ${figure(Math.min(...values))} to ${figure(Math.max(...values))} times sequential`,
    description:
      "Each mark is one process: time per iteration of two threads relative to one thread in that process.",
    kinds: kindsOf(shown),
    dataset,
    credit: "",
    rows: shown.map((row) => ({
      series: seriesName(row),
      value: row.slowdown_ratio,
      panel: coresName(row),
      shown: `restart ${row.repetition}: ${figure(row.slowdown_ratio)}`
    })),
    legend: legend(seriesOf(shown), false),
    draw: repetitionChart({
      series: seriesOf(shown),
      xTitle: "",
      yTitle: "times sequential",
      baseline: 1,
      panels: coresNames(shown)
    }),
    table: {
      caption: "Two threads relative to sequential, by process restart",
      columns: [
        {title: "series"},
        {title: "cores", numeric: true},
        {title: "restart", numeric: true},
        {title: "times sequential", numeric: true}
      ],
      rows: shown.map((row) => [
        seriesName(row),
        `${row.cores}`,
        `${row.repetition}`,
        figure(row.slowdown_ratio)
      ])
    }
  };
}

/// Rates of voluntary context switches of the threaded arms; a process that counts only as a whole says nothing of them.
function switches(dataset: Dataset, rows: ContentionRow[]): Figure {
  const shown = rows.filter(
    (row) =>
      row.threads === 2 && row.work === "fixed" && row.usage_of === "arm" && row.voluntary_switches !== null
  );
  const rate = (row: ContentionRow) => Math.max(1, row.voluntary_switches! / row.wall_s);
  const middle = (row: ContentionRow) => {
    const values = shown
      .filter((r) => r.cell === row.cell)
      .map(rate)
      .sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  const most = [...shown].sort((a, b) => middle(b) - middle(a))[0];
  return {
    id: "switches",
    title:
      most === undefined
        ? "No interpreter of this run counts context switches by arm"
        : `${seriesName(most)} on ${coresName(most)} goes to sleep and wakes ${figure(middle(most))} times a second`,
    description:
      "Voluntary context switches a second of wall time while two threads count, one mark for each process.",
    kinds: kindsOf(shown),
    dataset,
    credit: "",
    rows: shown.map((row) => ({
      series: seriesName(row),
      value: rate(row),
      panel: coresName(row),
      shown: `restart ${row.repetition}: ${figure(rate(row))} a second`
    })),
    legend: legend(seriesOf(shown), false),
    draw: repetitionChart({
      series: seriesOf(shown),
      xTitle: "",
      yTitle: "voluntary switches a second",
      yScale: "log",
      panels: coresNames(shown)
    }),
    table: {
      caption: "Voluntary context switches a second, two threads, by process restart",
      columns: [
        {title: "series"},
        {title: "cores", numeric: true},
        {title: "restart", numeric: true},
        {title: "switches a second", numeric: true}
      ],
      rows: shown.map((row) => [seriesName(row), `${row.cores}`, `${row.repetition}`, figure(rate(row))])
    }
  };
}

const checkRows = (summary: SummaryRow[]) =>
  summary.filter(
    (s) => s.metric === "check_ns" && s.threads === 1 && s.work === "fixed" && coresName(s) === ALL
  );

function checkTimes(summary: SummaryRow[]): string {
  return each(checkRows(summary), ({estimate}) => `${figure(estimate)} ns`);
}

function checks(dataset: Dataset): Figure {
  const shown = checkRows(dataset.summary);
  return estimateFigure({
    id: "checks",
    title: `The time between two checks of the lock: ${byLock(shown, (ns) => `${figure(ns)} ns`)}`,
    description:
      "Nanoseconds from one check of the lock to the next, in the sequential arm, on a logarithmic axis.",
    dataset,
    shown,
    x: () => "sequential",
    xTitle: "",
    yTitle: "ns between checks",
    yScale: "log",
    height: 180
  });
}
