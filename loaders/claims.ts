/// What the slides and those who repeated them claim, beside our figures. A verdict follows from a claim's rule and from the
/// interval of our figure, by `decide`; nothing here is typed in after looking at results.
import type {Claim, ClaimFigure, Experiment, Lock, PublishedFigure, SummaryRow, Verdict} from "./schema.ts";

/// A claim holds when the whole interval lies between `from` and `to`, and does not hold when all of it lies outside.
interface Rule {
  from: number;
  to: number;
}

const above = (from: number): Rule => ({from, to: Number.POSITIVE_INFINITY});
const below = (to: number): Rule => ({from: Number.NEGATIVE_INFINITY, to});
const between = (from: number, to: number): Rule => ({from, to});

/// What counts as "about the same": ratios move by tens of percent from run to run on shared machines.
const SAME = between(0.8, 1.25);

interface Test {
  id: string;
  experiment: Experiment;
  statement: string;
  /// Ids of published figures; none for a claim that was made without one.
  published: string[];
  /// What they say, from their values in that order.
  say: (...values: number[]) => string;
  /// Of the claim, where there is no figure that has a label.
  evidence?: "primary" | "secondary";
  metric: string;
  designs: readonly Lock[];
  measure: string;
  /// Which rows of the summary, beyond metric and design.
  where: Partial<SummaryRow> & {oneCore?: boolean};
  rule: Rule;
}

const TICKS: readonly Lock[] = ["tick", "tick-condition"];
const times = (a: number, b: number): string => (a / b).toFixed(2);

export const TESTS: Test[] = [
  {
    id: "two-threads-slower",
    experiment: "contention",
    statement: "Under the old lock, counting in two threads takes longer than counting twice in series.",
    published: ["beazley-2009-02", "beazley-2009-01"],
    say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
    metric: "slowdown_ratio",
    designs: TICKS,
    measure: "slowdown_ratio, 2 threads, fixed work, all cores",
    where: {threads: 2, work: "fixed", oneCore: false},
    rule: above(1)
  },
  {
    id: "one-core-faster-than-two",
    experiment: "contention",
    statement: "Under the old lock, two threads finish sooner when all cores but one are switched off.",
    published: ["beazley-2009-03", "beazley-2009-02"],
    say: (one, two) => `${times(one, two)} times as long (${one} s and ${two} s)`,
    metric: "one_core_ratio",
    designs: TICKS,
    measure: "one_core_ratio, 2 threads, fixed work: time on one core over time on all",
    where: {threads: 2, work: "fixed"},
    rule: below(1)
  },
  {
    id: "one-core-slower-than-sequential",
    experiment: "contention",
    statement:
      "With the lock of mutex and condition that macOS had, two threads are slower than one even on one core.",
    published: ["beazley-2009-03", "beazley-2009-01"],
    say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
    metric: "slowdown_ratio",
    designs: ["tick-condition"],
    measure: "slowdown_ratio, 2 threads, fixed work, one core",
    where: {threads: 2, work: "fixed", oneCore: true},
    rule: above(1)
  },
  {
    id: "split-work-slower",
    experiment: "contention",
    statement:
      "Under the old lock, one count that two threads share takes longer than the same count in one thread.",
    published: ["beazley-2010-02", "beazley-2010-01"],
    say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
    metric: "slowdown_ratio",
    designs: TICKS,
    measure: "slowdown_ratio, 2 threads, split work, all cores",
    where: {threads: 2, work: "split", oneCore: false},
    rule: above(1)
  },
  {
    id: "four-threads-like-two",
    experiment: "contention",
    statement: "Under the old lock, four threads that share a count need about as long as two.",
    published: ["beazley-2010-03", "beazley-2010-02"],
    say: (four, two) => `${times(four, two)} times two threads (${four} s and ${two} s)`,
    metric: "two_threads_ratio",
    designs: TICKS,
    measure:
      "two_threads_ratio, 4 threads, split work, all cores: time over that of 2 threads in the same process",
    where: {threads: 4, work: "split", oneCore: false},
    rule: SAME
  },
  {
    id: "new-lock-no-slowdown",
    experiment: "contention",
    statement: "Under the new lock, counting in two threads takes about as long as counting twice in series.",
    published: ["beazley-2010-new-02", "beazley-2010-new-01"],
    say: (two, one) => `${times(two, one)} times sequential (${two} s and ${one} s)`,
    metric: "slowdown_ratio",
    designs: ["timeout"],
    measure: "slowdown_ratio, 2 threads, fixed work, all cores",
    where: {threads: 2, work: "fixed", oneCore: false},
    rule: SAME
  },
  {
    id: "convoy",
    experiment: "io-priority",
    statement:
      "Under the new lock, one spinning thread makes a server with blocking sockets at least ten times slower.",
    published: ["tenthousandmeters-17", "tenthousandmeters-18", "beazley-2011-07", "beazley-2011-06"],
    say: (free, spun, loaded, unloaded) =>
      `${free} to ${spun} requests/s, ${Math.round(free / spun)} times; in 2011 ${times(loaded, unloaded)} times`,
    metric: "slowdown_ratio",
    designs: ["timeout"],
    measure:
      "slowdown_ratio, 1 spinning thread, interval 5 ms: requests/s without spinning threads over requests/s with",
    where: {spinners: 1, interval_ms: 5},
    rule: above(10)
  },
  {
    id: "an-interval-a-request",
    experiment: "io-priority",
    statement: "Under the new lock, a request beside a spinning thread costs at least one switch interval.",
    published: ["dask-2021-01", "dask-2021-02"],
    say: (releases, rate) =>
      `${releases} releases/s beside one spinning thread, so at most ${rate} requests/s`,
    metric: "requests_per_s",
    designs: ["timeout"],
    measure: "requests_per_s, 1 spinning thread, interval 5 ms",
    where: {spinners: 1, interval_ms: 5},
    rule: below(200)
  },
  {
    id: "old-lock-no-convoy",
    experiment: "io-priority",
    statement: "Under the old lock, one spinning thread slows the same kind of server at most by half.",
    published: ["beazley-2011-14"],
    say: () => "at most 2 times slower on Python 2.7",
    metric: "slowdown_ratio",
    designs: TICKS,
    measure:
      "slowdown_ratio, 1 spinning thread, interval 100 ticks: requests/s without spinning threads over requests/s with",
    where: {spinners: 1, check_interval_ticks: 100},
    rule: below(2)
  },
  {
    id: "shorter-interval-more-requests",
    experiment: "io-priority",
    statement:
      "Under the new lock, a switch interval of 1 ms in place of 5 ms lets the server answer more often.",
    published: ["tenthousandmeters-22", "tenthousandmeters-18"],
    say: (short, usual) => `${times(short, usual)} times the requests (${short}/s and ${usual}/s)`,
    metric: "interval_ratio",
    designs: ["timeout"],
    measure: "interval_ratio, 1 spinning thread, interval 1 ms: requests/s over requests/s at 5 ms",
    where: {spinners: 1, interval_ms: 1},
    rule: above(1)
  },
  {
    id: "joining-main-hears-nothing",
    experiment: "signal-latency",
    statement:
      "Under the old lock, a signal to a main thread that joins another is not handled while it joins.",
    published: [],
    say: () => "stated without a figure: Ctrl-C does not work (Beazley 2009)",
    evidence: "secondary",
    metric: "arrived_share",
    designs: TICKS,
    measure: "arrived_share, main thread joining, no spinning threads",
    where: {main: "joining", spinners: 0},
    rule: below(0.001)
  },
  {
    id: "signal-waits-an-interval",
    experiment: "signal-latency",
    statement:
      "Under the new lock, a signal to a sleeping main thread beside one spinning thread waits a switch interval.",
    published: ["beazley-2010-new-03"],
    say: (ms) => `a spinning thread keeps the lock for ${ms} ms`,
    metric: "latency_us_p50",
    designs: ["timeout"],
    measure: "latency_us_p50, main thread sleeping, 1 spinning thread",
    where: {main: "sleeping", spinners: 1},
    rule: above(5000)
  },
  {
    id: "old-lock-signal-prompt",
    experiment: "signal-latency",
    statement:
      "Under the old lock, a signal to a sleeping main thread beside one spinning thread waits less than that.",
    published: ["beazley-2009-10"],
    say: (ticks) => `a spinning thread offers the lock every ${ticks} ticks`,
    metric: "latency_us_p50",
    designs: TICKS,
    measure: "latency_us_p50, main thread sleeping, 1 spinning thread",
    where: {main: "sleeping", spinners: 1},
    rule: below(5000)
  }
];

/// The verdict on one interval. A missing end lies beyond every cap.
export function decide({from, to}: Rule, low: number | null, high: number | null): Verdict {
  const least = low ?? Number.POSITIVE_INFINITY;
  const most = high ?? Number.POSITIVE_INFINITY;
  if (least > from && most < to) return "holds";
  if (most <= from || least >= to) return "does not hold";
  return "undecided";
}

/// The verdict on all figures of a claim.
export function together(verdicts: Verdict[]): Verdict {
  if (verdicts.includes("does not hold")) return "does not hold";
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === "holds") ? "holds" : "undecided";
}

/// Every claim that these experiments can test, with the figures of `summaries` and a verdict.
/// Throws when a claim names a published figure that is not there.
export function judge(
  figures: PublishedFigure[],
  summaries: Partial<Record<Experiment, SummaryRow[]>>
): Claim[] {
  return TESTS.map((test) => {
    const published = test.published.map((id) => {
      const figure = figures.find((f) => f.id === id);
      if (!figure) throw new Error(`unknown published figure: ${id}`);
      return figure;
    });
    const ours = (summaries[test.experiment] ?? [])
      .filter((row) => tests(test, row))
      .map((row) => figureOf(test, row));
    return {
      id: test.id,
      experiment: test.experiment,
      statement: test.statement,
      published: test.published,
      published_value: test.say(...published.map((figure) => Number.parseFloat(figure.value))),
      evidence:
        test.evidence ?? (published.some((f) => f.evidence === "secondary") ? "secondary" : "primary"),
      measure: `${test.measure}; ${test.designs.join(", ")}`,
      rule: describe(test.rule),
      ours,
      verdict: together(ours.map((figure) => figure.verdict))
    };
  });
}

function tests({metric, designs, where}: Test, row: SummaryRow): boolean {
  const {oneCore, ...columns} = where;
  if (row.metric !== metric || !designs.includes(row.design)) return false;
  if (row.cell.endsWith("/paced")) return false;
  if (oneCore !== undefined && oneCore !== (row.cores === 1)) return false;
  return Object.entries(columns).every(([name, value]) => row[name as keyof SummaryRow] === value);
}

function figureOf({rule}: Test, row: SummaryRow): ClaimFigure {
  const {machine, design, interpreter, estimate, low, high, unit, repetitions, cell} = row;
  return {
    machine,
    design,
    interpreter,
    estimate,
    low,
    high,
    unit,
    repetitions,
    cell,
    verdict: decide(rule, low, high)
  };
}

function describe({from, to}: Rule): string {
  const where =
    to === Number.POSITIVE_INFINITY
      ? `above ${from}`
      : from === Number.NEGATIVE_INFINITY
        ? `below ${to}`
        : `between ${from} and ${to}`;
  return `holds when the whole interval is ${where}, does not hold when none of it is, otherwise undecided`;
}
