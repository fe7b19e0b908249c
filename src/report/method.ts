/// Values of the page on how figures come about.

import type {Dataset, Run} from "../../loaders/schema.ts";
import type {Values} from "./page.ts";
import {renderTable} from "./table.ts";
import {count} from "./words.ts";

export function methodValues(datasets: readonly Dataset[]): Values {
  const runs = datasets.map(({run}) => run);
  const missing = [...new Set(runs.flatMap((run) => run.missing))];
  return {
    runs: datasets.length === 0 ? "No run recorded yet: `npx convoy data` makes one." : runsTable(datasets),
    missing:
      missing.length === 0
        ? "Every interpreter that the plan asks for was there."
        : `Not there: ${missing.join("; ")}.`,
    parameters: runs.map(parameters).join("\n"),
    rerun: ["```sh", ...runs.map((run) => run.command), "npx convoy report", "```"].join("\n")
  };
}

function runsTable(datasets: readonly Dataset[]): string {
  const facts: [name: string, of: (dataset: Dataset) => string][] = [
    ["begun", ({run}) => run.start.replace("T", " ").slice(0, 19)],
    [
      "ended",
      ({run}) =>
        `${run.end.replace("T", " ").slice(0, 19)}${run.sittings > 1 ? ` (${run.sittings} sittings)` : ""}`
    ],
    ["setting", ({run}) => run.setting],
    ["restarts a cell", ({run}) => `${run.repetitions}`],
    ["cells", ({run}) => `${run.cells.length}`],
    [
      "interpreters",
      ({run}) =>
        run.interpreters
          .map(({name, design}) => (name.startsWith("convoy") ? `${name} ${design}` : name))
          .join(", ")
    ],
    [
      "code",
      ({run, status}) =>
        `${run.commit?.slice(0, 8) ?? "no commit"}${run.dirty ? " with changes" : ""}${status === "stale" ? "; changed since" : ""}`
    ],
    ["processor", ({run}) => `${run.cpu}, ${count(run.cores, "core")}, ${run.memory_gb} GB`],
    ["system", ({run}) => `${run.platform} ${run.kernel}, Node ${run.node}`],
    ["load before, after", ({run}) => `${run.load_before}, ${run.load_after}`],
    [
      "time taken by the hypervisor",
      ({run}) => (run.steal_ms === null ? "not counted here" : `${run.steal_ms} ms`)
    ],
    ["clock resolution", ({run}) => `${run.clock_resolution_ns} ns`],
    [
      "interval",
      ({run}) =>
        `${run.bootstrap.method} bootstrap, ${count(run.bootstrap.resamples, "resample")}, seed ${run.bootstrap.seed}`
    ],
    ["seed", ({run}) => `${run.seed}`],
    ["program, SHA-256", ({run}) => `${run.program.path}, ${run.program.sha256.slice(0, 12)}`],
    ["lockfile, SHA-256", ({run}) => run.lockfile_sha256.slice(0, 12)]
  ];
  return renderTable({
    caption: "What made each dataset",
    columns: [{title: ""}, ...datasets.map(({name}) => ({title: name}))],
    rows: facts.map(([name, of]) => [name, ...datasets.map(of)])
  });
}

function parameters({experiment, parameters}: Run): string {
  const parts = Object.entries(parameters)
    .filter(([, value]) => typeof value !== "object")
    .map(([name, value]) => `\`${name}\` ${value}`);
  return `- **${experiment}**: ${parts.join(", ")}`;
}
