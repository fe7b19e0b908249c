/// Values of the pages on issues 7753 and 8299: designs that were proposed, as they are here, beside those that were shipped.

import type {Descriptor} from "../../runtime/designs/design.ts";
import {type ProofRow, rowsOf} from "./checks.ts";
import {type DesignFigure, figureTable} from "./design-figures.ts";
import {caughtInWords, checkedInWords, starvesInWords} from "./designs.ts";
import type {MutantRow} from "./mutants.ts";
import type {Values} from "./page.ts";
import {excerpt} from "./protocol/excerpt.ts";
import {protocolPanel} from "./protocol/panel.ts";
import {sourcesOf} from "./protocol/syntax.ts";
import {type Published, publishedFigure} from "./select.ts";
import {renderTable} from "./table.ts";
import type {WorkloadFigure} from "./workloads.ts";

/// What pages on proposals are made of.
export interface Evidence {
  designs: readonly Descriptor[];
  figures: readonly WorkloadFigure[];
  published: Published;
}

export async function issue7753Values({designs, figures}: Evidence): Promise<Values> {
  const sources = sourcesOf(designs);
  const backport = findDesign(designs, "backport-2.7");
  return {
    rule: excerpt(sources.get(backport.name)!, ["check"]),
    "rule before": excerpt(sources.get("timeout")!, ["check"]),
    protocol: protocolPanel(backport, sources, "/designs"),
    ...(await checkerValues([backport.name])),
    figures: figureTable(
      figures,
      ["tick", "timeout", backport.name],
      "The backport beside the lock that 2.7 had and the one that 3.2 got"
    )
  };
}

/// How often the lock goes to another thread, which is what was published of the rule as a lock by itself.
const SWITCHES: readonly DesignFigure[] = [2, 4].map((threads) => ({
  id: `switches-${threads}`,
  title: `check intervals of ${threads} threads that end in a switch, share`,
  workload: "gil-battle",
  metric: "switched_share",
  threads
}));

export async function issue8299Values({designs, figures, published}: Evidence): Promise<Values> {
  const sources = sourcesOf(designs);
  const of = (name: string) => findDesign(designs, name);
  const proposed = ["roundrobin", "levels", "fair"];
  const all = ["tick", "tick-condition", "timeout", ...proposed];
  return {
    "round robin": excerpt(sources.get("roundrobin")!, ["mustWait", "waitForRelease"]),
    fair: excerpt(sources.get("fair")!, ["mustWait"]),
    levels: excerpt(sources.get("levels")!, ["waitForRelease"]),
    protocol: protocolPanel(of("roundrobin"), sources, "/designs"),
    ...(await checkerValues(proposed)),
    figures: figureTable(
      figures,
      all,
      "Round robin, levels and the last owner's rule beside the locks that were shipped"
    ),
    switches: figureTable(figures, all, "How often the lock goes to another thread", SWITCHES),
    fastcond: fastcondTable(published),
    "python plus": `${publishedFigure(published, "pythonplus-2015-01").value} %`,
    messages: publishedFigure(published, "bpo-8299-01").value
  };
}

function findDesign(designs: readonly Descriptor[], name: string): Descriptor {
  const found = designs.find((design) => design.name === name);
  if (found === undefined) throw new Error(`unknown design: ${name}`);
  return found;
}

/// What was proved of each design, as `NAME checked`, `NAME starvation` and `NAME mutants`.
async function checkerValues(names: readonly string[]): Promise<Values> {
  const rows = await rowsOf<ProofRow>("rows");
  const mutants = await rowsOf<MutantRow>("mutants");
  return Object.fromEntries(
    names.flatMap((name) => {
      const own = rows.filter(({design}) => design === name);
      return [
        [`${name} checked`, checkedInWords(own)],
        [`${name} starvation`, starvesInWords(own)],
        [`${name} mutants`, caughtInWords(mutants, name)]
      ];
    })
  );
}

function fastcondTable(published: Published): string {
  const value = (id: string) => publishedFigure(published, `fastcond-2025-0${id}`).value;
  return renderTable({
    caption: "Published (primary): eight threads take a lock 10,000 times, on Linux with four cores",
    columns: [
      {title: "rule"},
      {title: "goes to another thread, %", numeric: true},
      {title: "variation of the shares", numeric: true},
      {title: "cycles/s", numeric: true}
    ],
    rows: [
      ["the last owner stands back (fair)", value("1"), value("2"), value("3")],
      ["a condition variable alone (unfair)", value("4"), value("5"), value("6")],
      ["a plain mutex (naive)", value("7"), value("8"), value("9")]
    ]
  });
}
