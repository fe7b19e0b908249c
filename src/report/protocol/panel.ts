/// The protocol of a design as a page shows it: a diagram for each of the three methods, and the same in words.

import type {Descriptor} from "../../../runtime/designs/design.ts";
import {escapeHtml} from "../words.ts";
import {drawGraph, tellGraph} from "./draw.ts";
import {flowOf, METHODS, type Method} from "./flow.ts";
import type {Graph} from "./graph.ts";
import {type DesignSource, findMethod} from "./syntax.ts";

const WHEN: Record<Method, string> = {
  acquire: "a thread wants the lock",
  release: "the holder is about to block",
  check: "the holder looks up from its work"
};

/// HTML without blank lines.
/// @param sources tells what classes are called as designs
/// @param page that has the cards of other designs; "" is the page itself
export function protocolPanel(
  {name, switchInterval_us}: Pick<Descriptor, "name" | "switchInterval_us">,
  sources: ReadonlyMap<string, DesignSource>,
  page = ""
): string {
  const source = sources.get(name);
  if (source === undefined) return '<p class="note">Its source was not found in runtime/designs.</p>';
  const parts = METHODS.map((method) => {
    const graph = flowOf(source, method, switchInterval_us || 5000);
    const title = `${method} of ${name}, when ${WHEN[method]}`;
    const from = origin(source, method, graph, sources, page);
    const figure =
      `<figure class="protocol"><figcaption><strong>${method}</strong>: ${WHEN[method]}${from.said}</figcaption>` +
      `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}">${drawGraph(graph, title)}</div>` +
      `<details><summary>In words</summary>${tellGraph(graph)}</details></figure>`;
    return {figure, unchanged: from.unchanged, method};
  });
  const shown = parts.filter(({unchanged}) => !unchanged).map(({figure}) => figure);
  if (source.as !== undefined)
    return (
      `<p>Its protocol is that of <a href="${page}#${source.as}">${source.as}</a>; what differs is said below.</p>` +
      `<details><summary>${METHODS.join(", ")}, as ${source.as} has them</summary><div class="protocols">${parts.map(({figure}) => figure).join("")}</div></details>`
    );
  const same = parts.filter(({unchanged}) => unchanged);
  const row = (figures: readonly string[]) => `<div class="protocols">${figures.join("")}</div>`;
  if (same.length === 0) return row(shown);
  const summary = `${same.map(({method}) => method).join(" and ")}, as ${designOf(source.chain[1].name, sources)} has it`;
  const rest = `<details><summary>${summary}</summary>${row(same.map(({figure}) => figure))}</details>`;
  return shown.length === 0 ? rest : `${row(shown)}${rest}`;
}

/// The design that a class is of, by the class of its own.
const designOf = (name: string, sources: ReadonlyMap<string, DesignSource>): string =>
  [...sources.values()].find(({chain}) => chain[0].name === name)?.name ?? name;

/// Whose a method is.
function origin(
  source: DesignSource,
  method: Method,
  {nodes, edges}: Graph,
  sources: ReadonlyMap<string, DesignSource>,
  page: string
): {said: string; unchanged: boolean} {
  const {chain} = source;
  if (chain.length === 1) return {said: "", unchanged: false};
  const {owner} = findMethod(source, method)!;
  const from = designOf(chain[owner === 0 ? 1 : owner].name, sources);
  const link = `<a href="${page}#${from}">${from}</a>`;
  if (owner === 0) return {said: `; in the place of what ${link} has`, unchanged: false};
  const unchanged = ![...nodes, ...edges].some(({own}) => own);
  return {said: unchanged ? `; ${link}’s` : `; ${link}’s, but for what is marked`, unchanged};
}
