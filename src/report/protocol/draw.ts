/// A protocol's graph as a picture, and the same in words.

import {escapeHtml, list} from "../words.ts";
import {ELSE, type Graph, type Node} from "./graph.ts";
import {type Box, layOut, type Placed} from "./layout.ts";

const FONT = 12;
const LINE = 16;
const PAD_X = 9;
const PAD_Y = 5;
/// Width of a letter of the sans serif face, on average; a wide one, so that text stays in its box.
const LETTER = 6.6;
const LETTERS_MOST = 30;
const LABEL_MOST = 22;
const ARROW = 5;
const CORNER = 6;

/// An SVG on one line, in the colours of the style sheet. `title` names it for those who do not see it.
export function drawGraph(graph: Graph, title: string): string {
  const texts = graph.nodes.map((node) => node.lines.flatMap((line) => wrap(line, LETTERS_MOST)));
  const notes = graph.nodes.map(({note}) => (note === "" ? [] : wrap(note, LETTERS_MOST)));
  const labels = graph.edges.map(({label}) => (label === "" ? [] : wrap(label, LABEL_MOST)));
  const place = new Map(graph.nodes.map(({id}, i) => [id, i]));
  const boxes = graph.nodes.map((node, i) => boxOf(node, texts[i], notes[i]));
  const lines = graph.edges.map(({from, to}, i) => ({
    from: place.get(from)!,
    to: place.get(to)!,
    label: labels[i].length === 0 ? null : sizeOf(labels[i], 4, 2)
  }));
  const placed = layOut(boxes, lines);
  const paths = graph.edges.map((edge, i) => drawEdge(placed.lines[i], labels[i], edge.own));
  const nodes = graph.nodes.map((node, i) => drawNode(node, boxes[i], placed.boxes[i], texts[i], notes[i]));
  const {width, height} = placed;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-size="${FONT}" role="img" aria-label="${escapeHtml(title)}">${paths.join("")}${nodes.join("")}</svg>`
  );
}

/// For each node what comes after it, as a list in HTML without blank lines.
export function tellGraph({nodes, edges}: Graph): string {
  const told = nodes.filter(({kind}) => kind !== "join");
  const number = new Map(told.map(({id}, i) => [id, i + 1]));
  const items = told.map(({id, lines, note}) => {
    const ways = waysFrom(id, {nodes, edges}).map(
      ({to, conditions}) => `${conditions.length === 0 ? "" : `${conditions.join(", ")}: `}${number.get(to)}`
    );
    const what = [...(note === "" ? [] : [note]), ...lines].join("; ");
    const next = ways.length === 0 ? "" : ` → ${ways.join(" | ")}`;
    return `<li>${escapeHtml(what + next)}</li>`;
  });
  return `<ol class="told">${items.join("")}</ol>`;
}

/// Ways to the next nodes that are no joins, with all conditions on them.
function waysFrom(
  id: number,
  graph: Graph,
  conditions: readonly string[] = [],
  depth = 0
): {to: number; conditions: readonly string[]}[] {
  if (depth > graph.nodes.length) return [];
  return graph.edges
    .filter(({from}) => from === id)
    .flatMap(({to, label}) => {
      const all = label === "" ? conditions : [...conditions, label === ELSE ? label : `if ${label}`];
      const isJoin = graph.nodes.find((node) => node.id === to)?.kind === "join";
      return isJoin ? waysFrom(to, graph, all, depth + 1) : [{to, conditions: all}];
    });
}

/// Lines of no more than `most` letters, broken between words.
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function sizeOf(lines: readonly string[], padX: number, padY: number): Box {
  const letters = Math.max(...lines.map((line) => line.length));
  return {width: letters * LETTER + 2 * padX, height: lines.length * LINE + 2 * padY};
}

function boxOf({kind}: Node, text: readonly string[], note: readonly string[]): Box {
  if (kind === "join") return {width: 7, height: 7};
  return sizeOf([...note, ...text], PAD_X, kind === "event" ? 1 : PAD_Y);
}

const SHAPES: Record<Node["kind"], number | null> = {
  start: 13,
  end: 13,
  hold: 0,
  wait: 0,
  wake: 0,
  word: 0,
  plain: 0,
  call: 4,
  event: null,
  join: 3.5
};

function drawNode(
  {kind, own}: Node,
  {width, height}: Box,
  {x, y}: {x: number; y: number},
  text: readonly string[],
  note: readonly string[]
): string {
  const corner = SHAPES[kind];
  const [left, top] = [x - width / 2, y - height / 2].map(round);
  const rect =
    corner === null
      ? ""
      : `<rect x="${left}" y="${top}" width="${round(width)}" height="${height}" rx="${corner}"/>`;
  const lines = [...note, ...text];
  const first = y - ((lines.length - 1) * LINE) / 2 + 4;
  const written = lines.map((line, i) => {
    const said = i < note.length ? ' class="note"' : "";
    return `<text x="${round(x)}" y="${round(first + i * LINE)}" text-anchor="middle"${said}>${escapeHtml(line)}</text>`;
  });
  return `<g class="node ${kind}${own ? " own" : ""}">${rect}${written.join("")}</g>`;
}

function drawEdge(
  {points, back, label}: Placed["lines"][number],
  text: readonly string[],
  own: boolean
): string {
  const end = points[points.length - 1];
  const [tip, path] = back
    ? [arrow(end, Math.sign(end.x - points[points.length - 2].x), 0), cornered(points)]
    : [arrow(end, 0, 1), curved(points)];
  const written =
    label === null
      ? ""
      : text
          .map((line, i) => {
            const y = label.y - ((text.length - 1) * LINE) / 2 + 4 + i * LINE;
            return `<text x="${round(label.x)}" y="${round(y)}" text-anchor="middle">${escapeHtml(line)}</text>`;
          })
          .join("");
  return `<g class="edge${own ? " own" : ""}"><path class="line" d="${path}"/><path class="tip" d="${tip}"/>${written}</g>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/// From point to point, upright at each.
function curved(points: readonly {x: number; y: number}[]): string {
  return points
    .map(({x, y}, i) => {
      if (i === 0) return `M${round(x)} ${round(y)}`;
      const before = points[i - 1];
      if (Math.abs(before.x - x) < 0.5) return `V${round(y)}`;
      const middle = round((before.y + y) / 2);
      return `C${round(before.x)} ${middle} ${round(x)} ${middle} ${round(x)} ${round(y)}`;
    })
    .join("");
}

/// From point to point, straight, with round corners.
function cornered(points: readonly {x: number; y: number}[]): string {
  const toward = (from: {x: number; y: number}, to: {x: number; y: number}) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const share = Math.min(CORNER, length / 2) / Math.max(length, 1);
    return `${round(from.x + (to.x - from.x) * share)} ${round(from.y + (to.y - from.y) * share)}`;
  };
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      if (after === undefined) return `L${round(point.x)} ${round(point.y)}`;
      return `L${toward(point, before)}Q${round(point.x)} ${round(point.y)} ${toward(point, after)}`;
    })
    .join("");
}

/// A tip that points in the direction (dx, dy).
function arrow({x, y}: {x: number; y: number}, dx: number, dy: number): string {
  const [backX, backY] = [x - dx * ARROW * 1.4, y - dy * ARROW * 1.4];
  const [sideX, sideY] = [dy * ARROW * 0.7, dx * ARROW * 0.7];
  return `M${round(x)} ${round(y)}L${round(backX + sideX)} ${round(backY + sideY)}L${round(backX - sideX)} ${round(backY - sideY)}Z`;
}

export const LEGEND: readonly [kind: Node["kind"], meaning: string][] = [
  ["hold", "a mutex"],
  ["wait", "may sleep"],
  ["wake", "wakes others"],
  ["word", "a shared word"],
  ["plain", "plain memory"],
  ["call", "another of the three"]
];

/// What the shapes mean, for one page.
export function drawLegend(): string {
  const items = LEGEND.map(
    ([kind, meaning]) =>
      `<li><svg class="graph" width="24" height="14" aria-hidden="true"><g class="node ${kind}"><rect x="1" y="1" width="22" height="12" rx="${SHAPES[kind]}"/></g></svg>${meaning}</li>`
  );
  const own =
    '<li><svg class="graph" width="24" height="14" aria-hidden="true"><g class="node word own"><rect x="1" y="1" width="22" height="12"/></g></svg>the design’s own, where it extends another</li>';
  return `<ul class="legend" aria-label="What the boxes mean: ${list(LEGEND.map(([, meaning]) => meaning))}">${items.join("")}${own}</ul>`;
}
