/// Figures and values of the page on issue 7946: the convoy, and what was proposed against it.

import type {JudgedClaim} from "../../loaders/claims/index.ts";
import type {WorkloadSummary} from "../../loaders/schema.ts";
import type {ProofRow} from "./checks.ts";
import {claimBlock, tally} from "./claim.ts";
import {comparedFigure} from "./compare.ts";
import type {Dot} from "./dots.ts";
import type {Figure} from "./figure.ts";
import type {Values} from "./page.ts";
import {listing} from "./program.ts";
import {excerpt} from "./protocol/excerpt.ts";
import {readDesignSources} from "./protocol/syntax.ts";
import {costsInWords, costTable, repairsFigure, repairsInWords, starvationInWords} from "./repairs.ts";
import {type Published, publishedFigure} from "./select.ts";
import {intervalFigure} from "./shorter-interval.ts";
import {renderTable} from "./table.ts";
import {figure, list} from "./words.ts";
import {figureOr, missing, nameOf, pick, spread, type Wanted, type WorkloadRuns} from "./workload-rows.ts";

const SERVERS = ["echo-tcp", "echo-udp"] as const;
const RATE: Wanted = {workload: "echo-tcp", metric: "requests_per_s", threads: 1};

/// What CPython had, and what it and PyPy have.
const SHIPPED = ["tick", "timeout", "pypy"];

export async function issue7946Values(
  runs: WorkloadRuns,
  proofs: readonly ProofRow[],
  published: Published,
  claims: readonly JudgedClaim[]
): Promise<Values> {
  const own = claims.filter(({source: key}) => key === "issue-7946");
  const designs = readDesignSources();
  const source = (design: string, methods: string[]) => excerpt(designs.get(design)!, methods);
  const value = (id: string) => publishedFigure(published, id).value;
  const rates = (threads: number, designs: readonly string[]) =>
    pick(runs, {...RATE, threads}).filter(
      ({design, machine}) => (machine !== "simulated" || runs.measured === null) && designs.includes(design)
    );
  return {
    "rate beside one": spread(rates(1, ["timeout"]), bare),
    "rate alone": spread(rates(0, ["timeout"]), bare),
    "rate beside one, old": spread(rates(1, ["tick"]), bare),
    echo: await figureOr(echoFigure(runs, published), missing(["echo-tcp"], runs)),
    program: listing("echo_tcp.py", ["echo"]),
    release: source("timeout", ["release"]),
    wait: source("timeout", ["waitForRelease"]),
    "give way": source("timeout", ["check", "giveWay"]),
    "published releases": value("dask-2021-01"),
    "published cap": value("dask-2021-02"),
    "intervals a message": spread(rates(1, ["timeout"]), intervalsAMessage),
    "more threads": moreThreads(runs),
    "priority requests": source("timeout-with-priority-requests", ["asksAtOnce", "giveWay"]),
    priority: source("priority", ["asksAtOnce", "release", "giveWay"]),
    interactive: source("interactive", ["asksAtOnce", "release", "giveWay"]),
    holy: source("holy", ["patience_ns"]),
    turns: source("turns", ["mustWait", "wait"]),
    bfs: source("bfs", ["isUrgent", "findTask"]),
    "bfs slice": value("aides-bfs-01"),
    "bfs deadline": value("aides-bfs-03"),
    "holy wait": value("holy-threads-2022-01"),
    repairs: await figureOr(
      repairsFigure(runs),
      missing(["echo-tcp", "echo-udp", "writenums", "cpued", "count-2009"], runs)
    ),
    "repairs in words": repairsInWords(runs),
    "aides udp": value("bpo-7946-bfs-01"),
    aides: aides(runs),
    costs: costTable(runs) ?? missing(["count-2009", "cpued", "fair"], runs),
    "costs in words": costsInWords(runs),
    starvation: starvationInWords(proofs),
    interval: await figureOr(intervalFigure(runs, published), missing(["echo-udp", "count-intervals"], runs)),
    today: await figureOr(todayFigure(runs), missing(["echo-udp"], runs)),
    "today in words": todayInWords(runs),
    later: laterTable(published),
    which: machinesInWords(runs),
    tally: tally(own),
    claims: own.map((claim) => claimBlock(claim, published)).join("\n"),
    "published pair": `${value("bpo-7946-01")} s and ${value("bpo-7946-02")} s`
  };
}

function echoFigure(runs: WorkloadRuns, published: Published): Figure | null {
  const from = publishedFigure(published, "tenthousandmeters-18");
  return comparedFigure(runs, {
    id: "echo",
    title: (dots, rows) => convoyTitle(dots, rows),
    description:
      "Messages a second that a TCP echo server answers beside one spinning thread, on a logarithmic axis.",
    panels: [
      {
        name: "echo-tcp",
        axis: "messages a second",
        scale: "log",
        wanted: RATE,
        better: "more",
        others: [
          {
            row: "CPython 3.9 (2021)",
            design: "timeout",
            kind: "published",
            value: Number(from.value),
            from: [from]
          }
        ]
      }
    ],
    credit: "Experiment: David Beazley, 2010."
  });
}

/// Which designs answer how many times as often as the lock that is shipped, by the figures of one kind.
function convoyTitle(dots: readonly Dot[], rows: readonly string[]): string {
  const kind = dots.some((dot) => dot.kind === "host") ? "host" : "simulated";
  const of = (name: string) => dots.find((dot) => dot.row === name && dot.kind === kind)?.value;
  const now = of("timeout");
  const best = rows.find((name) => of(name) !== undefined);
  if (now === undefined || best === undefined || best === "timeout")
    return "Messages that a server answers beside one spinning thread";
  return `Beside one spinning thread, \`${best}\` answers ${figure(of(best)! / now)} times as many messages as the lock that CPython has (${kind})`.replaceAll(
    "`",
    ""
  );
}

const bare = ({estimate}: WorkloadSummary): string => figure(estimate);

const USUAL_INTERVAL_S = 0.005;

/// How many switch intervals a message takes.
const intervalsAMessage = ({estimate}: WorkloadSummary): string =>
  estimate === null ? "–" : figure(1 / estimate / USUAL_INTERVAL_S);

function moreThreads(runs: WorkloadRuns): string {
  const rates = (threads: number) =>
    pick(runs, {...RATE, threads}).filter(
      ({design, machine}) => design === "timeout" && machine !== "simulated"
    );
  const two = rates(2);
  const fewer = rates(1).flatMap((row) => {
    const other = two.find(({cell}) => cell === row.cell);
    return other?.estimate && row.estimate ? [{...row, estimate: row.estimate / other.estimate}] : [];
  });
  return `By how much two spinning threads in place of one divide the messages: ${spread(fewer, bare)}.`;
}

/// Aides's ratio, from our figures: his scheduler over the other repairs.
function aides(runs: WorkloadRuns): string {
  const rates = pick(runs, {workload: "echo-udp", metric: "requests_per_s", threads: 1});
  const of = (kind: string, design: string) =>
    rates.find((row) => row.machine === kind && row.design === design && nameOf(row) === design)?.estimate;
  const ratios = ["host", "simulated"].flatMap((kind) => {
    const own = of(kind, "bfs");
    const others = ["priority", "interactive"].flatMap((design) => of(kind, design) ?? []);
    if (!own || others.length === 0) return [];
    const [least, most] = [own / Math.max(...others), own / Math.min(...others)].map(figure);
    return [`${least === most ? most : `${least} to ${most}`} (${kind})`];
  });
  return ratios.length === 0
    ? "Here that was not measured yet."
    : `Here the rate of the UDP echo under \`bfs\` over that under \`priority\` and \`interactive\` is ${list(ratios)}.`;
}

function todayFigure(runs: WorkloadRuns): Figure | null {
  return comparedFigure(runs, {
    id: "today",
    title: todayTitle,
    description:
      "Messages a second that a UDP and a TCP echo server answer beside no and one spinning thread, by real interpreters.",
    panels: SERVERS.flatMap((workload) =>
      [0, 1].map((threads) => ({
        name: `${workload}, ${threads === 0 ? "alone" : "one spinning"}`,
        axis: "a second",
        scale: "log" as const,
        wanted: {workload, metric: "requests_per_s", threads},
        better: "more" as const
      }))
    ),
    filter: ({machine}) => machine === "native"
  });
}

function todayTitle(dots: readonly Dot[]): string {
  const of = (panel: string, row: string) =>
    dots.find((dot) => dot.panel === panel && dot.row === row)?.value;
  const ratios = [...new Set(dots.filter(({design}) => design === "timeout").map(({row}) => row))].flatMap(
    (row) => {
      const [alone, beside] = [of("echo-udp, alone", row), of("echo-udp, one spinning", row)];
      return alone && beside ? [alone / beside] : [];
    }
  );
  if (ratios.length === 0) return "A server beside a spinning thread, in the interpreters of today";
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map(figure);
  return `One spinning thread divides a server's messages by ${least === most ? most : `${least} to ${most}`} in every CPython since 3.2 that is here`;
}

function todayInWords(runs: WorkloadRuns): string {
  const rows = pick(runs, {workload: "echo-udp", metric: "slowdown_ratio", threads: 1}).filter(
    ({machine, design}) => machine === "native" && SHIPPED.includes(design)
  );
  return rows.length === 0
    ? ""
    : `How many times fewer messages beside one spinning thread: ${spread(rows)}.`;
}

const LATER: readonly [id: string, what: string][] = [
  ["dask-2021-01", "Releases of the lock a second beside one computing thread"],
  ["dask-2021-02", "Requests a second that this allows"],
  ["dask-issue-2021-01", "Share of an event loop's time in which it waits for the lock, in reads of TLS"],
  ["electron-cash-01", "A call of a user interface, no thread beside it"],
  ["electron-cash-02", "The same beside a computing thread"],
  ["electron-cash-03", "The same with a switch interval of 1 ms"],
  ["windows-stat-01", "`stat` of 1,167 files, alone"],
  ["windows-stat-02", "The same beside a busy thread"],
  ["rustypot-01", "A control loop, alone"],
  ["rustypot-02", "The same beside a busy thread, in a call that keeps the lock"],
  ["rustypot-03", "The same in a call that gives it up"]
];

function laterTable(published: Published): string {
  return renderTable({
    caption: "Published: a busy thread beside one that waits",
    columns: [{title: "what"}, {title: "figure", numeric: true}, {title: "source"}, {title: "evidence"}],
    rows: LATER.map(([id, what]) => {
      const {value, unit, source, evidence} = publishedFigure(published, id);
      return [what.replaceAll("`", ""), `${Number(value).toLocaleString("en-US")} ${unit}`, source, evidence];
    })
  });
}

function machinesInWords({measured, simulated}: WorkloadRuns): string {
  const parts = [
    measured !== null && `the measured figures are of one machine with ${measured.run.cores} cores`,
    simulated !== null && "the simulated ones of a machine with 2, by the costs of one interpreter"
  ].filter((part) => part !== false);
  return parts.length === 0 ? "Nothing is measured yet." : `${capital(list(parts))}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
