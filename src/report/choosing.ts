/// Figures and values of the page on which design a runtime should choose: all designs, all workloads, no winner by fiat.

import {AIMS, type Aim, type Front, frontOf, SAME} from "./aims.ts";
import type {ProofRow} from "./checks.ts";
import {familyColour, familyLegend} from "./families.ts";
import {type Figure, renderFigure} from "./figure.ts";
import {levels, renderHeat} from "./heat.ts";
import {type DesignKind, fuller, type Measure, matrixTable, shadesOf} from "./matrix.ts";
import type {Values} from "./page.ts";
import {compared} from "./pareto.ts";
import {type PlanePoint, planeChart, planeRows} from "./plane.ts";
import {count, figure, list} from "./words.ts";
import {missing, sources, type WorkloadRuns} from "./workload-rows.ts";

const KINDS: readonly DesignKind[] = ["host", "simulated"];

export async function choosingValues(runs: WorkloadRuns, proofs: readonly ProofRow[]): Promise<Values> {
  const fronts = KINDS.map((kind) => frontOf(runs, kind)).filter((front) => front !== null);
  const [main] = [...fronts].sort((a, b) => b.standings.length - a.standings.length);
  const kind = main?.kind ?? "host";
  const plane = (x: string, y: string) => planeOr(runs, kind, aim(x), aim(y));
  return {
    tradeoff: await plane("response", "throughput"),
    all: everything(runs),
    "response against fairness": await plane("response", "fairness"),
    "response against overhead": await plane("response", "overhead"),
    criteria: criteriaList(),
    same: list(KINDS.map((one) => `${SAME[one]} (${one})`)),
    front:
      fronts.map((front) => frontTable(front, runs)).join("\n") ||
      missing(["count-2009", "echo-tcp", "cpued"], runs),
    "front in words": fronts.map(frontInWords).join(" "),
    rules: main === undefined ? "None can be drawn yet." : rules(main),
    support: support(runs),
    machines: machines(runs),
    proofs: proofsInWords(proofs)
  };
}

const aim = (name: string): Aim => AIMS.find((one) => one.name === name)!;
const named = (designs: readonly string[]): string => list(designs.map((design) => `\`${design}\``));
const stands = ({standings}: Front): string[] =>
  standings.filter(({beatenBy}) => beatenBy.length === 0).map(({name}) => name);

async function planeOr(runs: WorkloadRuns, kind: DesignKind, across: Aim, up: Aim): Promise<string> {
  const front = frontOf(runs, kind, undefined, [across, up]);
  if (front === null || front.standings.length === 0)
    return missing(["count-2009", "echo-tcp", "cpued"], runs);
  return renderFigure(planeFigure(runs, front, across, up));
}

function planeFigure(runs: WorkloadRuns, front: Front, across: Aim, up: Aim): Figure {
  const {kind, candidates, standings} = front;
  const beaten = new Map(standings.map(({name, beatenBy}) => [name, beatenBy]));
  const points = candidates
    .filter(({name, values}) => beaten.has(name) && values[0] !== 0)
    .map(
      ({name, values: [x, y]}): PlanePoint => ({
        name,
        design: name,
        x: x!,
        y: y!,
        front: beaten.get(name)!.length === 0,
        shown: `${across.name} ${across.say(x!)}, ${up.name} ${up.say(y!)}`
      })
    );
  const best = stands(front);
  return {
    id: `${across.name}-${up.name}`,
    title: `${capital(across.name)} against ${up.name}: ${best.length} of ${points.length} designs ${best.length === 1 ? "is" : "are"} beaten by nobody (${kind})`,
    description: `Each mark is a design. Across: ${across.words}; up: ${up.words}. Filled and named: no other is better in one and no worse in the other, beyond a factor of ${SAME[kind]}.`,
    kinds: [kind],
    ...sources(runs, [kind]),
    credit: "",
    rows: planeRows(points),
    legend: familyLegend(
      points.map(({design}) => design),
      []
    ),
    draw: planeChart(
      points,
      {title: across.name, scale: across.scale, better: across.better},
      {title: up.name, scale: up.scale, better: up.better}
    ),
    table: {
      caption: `${capital(across.name)}: ${across.words}. ${capital(up.name)}: ${up.words}.`,
      columns: [
        {title: "design"},
        {title: across.name, numeric: true},
        {title: up.name, numeric: true},
        {title: "beaten by"}
      ],
      rows: points.map(({name, x, y}) => [
        name,
        across.say(x),
        up.say(y),
        list(beaten.get(name)!) || "nobody"
      ])
    }
  };
}

const slower = (title: string, workload: string, threads: number, variant?: string): Measure => ({
  title,
  wanted: {workload, metric: "slowdown_ratio", threads, ...(variant !== undefined && {variant})},
  better: "less"
});
const answers = (title: string, workload: string, threads: number): Measure => ({
  title,
  wanted: {workload, metric: "requests_per_s", threads},
  better: "more",
  say: ({estimate}) => figure(estimate)
});

const EVERYTHING: readonly Measure[] = [
  slower("count, 2", "count-2009", 2),
  slower("count, 4", "count-2009", 4),
  slower("64 threads", "threads", 64, "few"),
  answers("UDP, 1", "echo-udp", 1),
  answers("UDP, 4", "echo-udp", 4),
  answers("TCP, 1", "echo-tcp", 1),
  slower("sized, 1", "echo-sized", 1, "blocking"),
  slower("bulk, 1", "bulk", 1, "send"),
  slower("writes", "writenums", 1, "buffered"),
  slower("stat", "stat", 1),
  {
    title: "loop, Hz",
    wanted: {workload: "control-loop", variant: "releasing", metric: "rounds_per_s", threads: 1},
    better: "more",
    say: ({estimate}) => figure(estimate)
  },
  {
    title: "ping p99",
    wanted: {workload: "ccbench-latency", metric: "latency_us_p99", threads: 1},
    better: "less"
  },
  {
    title: "cpued",
    wanted: {workload: "cpued", variant: "yielding", metric: "least_computing_share", threads: 1},
    better: "more",
    score: (share) => Math.min(share, 1 / 3)
  },
  {
    title: "yielder",
    wanted: {workload: "cpued", variant: "yielding", metric: "yielding_share", threads: 1},
    better: "more",
    score: (share) => Math.min(share, 1 / 3)
  },
  {title: "least of 4", wanted: {workload: "fair", metric: "least_share", threads: 4}, better: "more"},
  {
    title: "pause, ms",
    wanted: {workload: "fair", metric: "gap_ms_max", threads: 4},
    better: "less",
    say: ({estimate}) => figure(estimate)
  }
];

function everything(runs: WorkloadRuns): string {
  const matrix = fuller(runs, EVERYTHING);
  if (matrix === null) return missing(["any workload"], runs);
  const best = matrix.measures.map((_, i) => {
    const shades = shadesOf(matrix, i);
    return matrix.designs.filter((_, j) => shades[j] === 1);
  });
  const winners = new Set(best.flat());
  return matrixTable(matrix, runs, {
    id: "everything",
    title: `${winners.size} of ${matrix.designs.length} designs are the best in something; none is in more than ${Math.max(...matrix.designs.map((design) => best.filter((own) => own.includes(design)).length))} of ${matrix.measures.length}`,
    caption:
      "Every design on the programs. Counts: times sequential; UDP, TCP: messages a second beside so many spinning threads; sized, bulk, writes, stat: times slower beside one; loop: rounds a second of 600; ping: 99th percentile; cpued, yielder: share of the computing thread that gets less, and of the one that yields, shaded up to a fair third; least of 4, pause: of four computing threads"
  });
}

const criteriaList = (): string =>
  AIMS.map(({name, words, better}) => `- **${capital(name)}**: ${words}; ${better} is better.`).join("\n");

function frontTable({kind, aims, candidates, standings}: Front, runs: WorkloadRuns): string {
  const shades = aims.map(({better}, i) =>
    levels(
      candidates.map(({values}) => values[i]),
      better
    )
  );
  const beaten = new Map(standings.map(({name, beatenBy}) => [name, beatenBy]));
  const order = [...candidates.keys()].sort(
    (a, b) => (beaten.get(candidates[a].name)?.length ?? 99) - (beaten.get(candidates[b].name)?.length ?? 99)
  );
  const {origin, files} = sources(runs, [kind]);
  const best = standings.filter(({beatenBy}) => beatenBy.length === 0).length;
  return renderHeat({
    id: `front-${kind}`,
    title: `${best} of ${standings.length} designs ${best === 1 ? "is" : "are"} beaten by nobody (${kind})`,
    caption: "Designs by how many others beat them, with the figures by which they are compared",
    columns: ["design", ...aims.map(({name}) => name), "beaten by"],
    rows: order.map((at) => {
      const {name, values} = candidates[at];
      const by = beaten.get(name);
      const cells = values.map((value, i) => ({
        text: value === null ? "–" : aims[i].say(value),
        level: shades[i][at]
      }));
      const said = by === undefined ? "not measured in all" : by.length === 0 ? "nobody" : `${by.length}`;
      return {
        name,
        colour: familyColour(name),
        cells: [
          ...cells,
          {text: said, level: null, ...(by !== undefined && by.length > 0 && {more: list(by)})}
        ]
      };
    }),
    source: `<span class="kind ${kind}">${kind}</span> ${origin} ${files}`
  });
}

function frontInWords(front: Front): string {
  const best = stands(front);
  const rest = front.standings.filter(({beatenBy}) => beatenBy.length > 0);
  const shipped = ["tick", "tick-condition", "timeout", "pypy"].flatMap((name) => {
    const by = front.standings.find((one) => one.name === name)?.beatenBy ?? [];
    return by.length === 0
      ? []
      : [`\`${name}\` by ${named(by.slice(0, 3))}${by.length > 3 ? ` and ${by.length - 3} more` : ""}`];
  });
  const said = shipped.length === 0 ? "" : ` Of those that were shipped, beaten are ${list(shipped)}.`;
  return `By ${front.kind} figures, ${named(best)} ${best.length === 1 ? "is" : "are"} beaten by nobody, and the other ${rest.length} by somebody.${said}`;
}

/// For each aim, who is best in it, and what that costs in the others.
function rules(front: Front): string {
  const {aims, candidates, kind} = front;
  return aims
    .map(({name, better, say}, i) => {
      const own = candidates.filter(({values}) => values[i] !== null);
      const best = own.reduce((a, b) =>
        (better === "more" ? b.values[i]! > a.values[i]! : b.values[i]! < a.values[i]!) ? b : a
      );
      const alike = own.filter(
        ({values}) => compared(values[i]!, best.values[i]!, {name, better, same: SAME[kind]}) === 0
      );
      const costs = aims.flatMap((other, j) => {
        const values = alike.flatMap((one) => one.values[j] ?? []);
        if (j === i || values.length === 0) return [];
        const [least, most] = [other.say(Math.min(...values)), other.say(Math.max(...values))];
        return [`${other.name} ${least === most ? least : `${least} to ${most}`}`];
      });
      return `- If **${name}** alone matters: ${named(alike.map((one) => one.name))} (${say(best.values[i]!)}), with ${list(costs)}.`;
    })
    .join("\n");
}

/// How often measured and simulated figures order two designs alike.
function support(runs: WorkloadRuns): string {
  const said = AIMS.flatMap((one) => {
    const [host, simulated] = KINDS.map((kind) => one.values(runs, kind));
    const designs = [...host.keys()].filter((name) => simulated.has(name));
    let [alike, against, open] = [0, 0, 0];
    designs.forEach((a, i) => {
      for (const b of designs.slice(i + 1)) {
        const verdicts = [host, simulated].map((values, k) =>
          compared(values.get(a)!, values.get(b)!, {name: one.name, better: one.better, same: SAME[KINDS[k]]})
        );
        if (verdicts.includes(0)) open++;
        else if (verdicts[0] === verdicts[1]) alike++;
        else against++;
      }
    });
    return alike + against === 0
      ? []
      : [
          `- **${capital(one.name)}**: of the pairs of designs that differ on both, ${alike} are ordered alike by Convoy's threads and by the simulated machine, ${against} the other way round; ${open} pairs do not differ on one of them.`
        ];
  });
  return said.length === 0
    ? "Measured and simulated figures cannot be compared yet: one of the two is missing."
    : said.join("\n");
}

/// Designs from which on a front says something.
const SOME = 4;

function machines(runs: WorkloadRuns): string {
  const fronts = [1, 2, 4].flatMap((cores) => {
    const front = frontOf(runs, "simulated", cores);
    return front === null || front.standings.length < SOME
      ? []
      : [`with ${count(cores, "core")} ${named(stands(front))}`];
  });
  const measured =
    runs.measured === null
      ? "Nothing was measured yet."
      : `The measured figures are of one machine with ${count(runs.measured.run.cores, "core")}.`;
  return fronts.length === 0
    ? measured
    : `${measured} On the simulated one, beaten by nobody are ${list(fronts)}.`;
}

function proofsInWords(proofs: readonly ProofRow[]): string {
  const designs = [...new Set(proofs.map(({design}) => design))];
  const broken = designs.filter((name) =>
    proofs.some(({design, pass, verdict}) => design === name && pass === "steps" && verdict === "violated")
  );
  const endless = proofs.filter(
    ({pass, scenario, complete}) => pass === "endless" && scenario === "spin-yield" && complete
  );
  const fair = endless.filter(({starved}) => starved === "nobody").map(({design}) => design);
  const cases =
    broken.length === 0
      ? "none of them breaks what was claimed of it"
      : `${named(broken)} break${broken.length === 1 ? "s" : ""} something that was claimed`;
  return (
    `The checker has searched small programs under ${count(designs.length, "design")}: ${cases}. Only under ${named(fair)} can a thread that yields not keep one that computes from the lock for good. ` +
    "That is a proof for two threads, not a frequency."
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
