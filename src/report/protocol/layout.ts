/// Where the nodes of a graph go: in layers from top to bottom, as Sugiyama, Tagawa and Toda do it (1981). An edge that leads
/// back runs up beside all that it passes.

export interface Box {
  width: number;
  height: number;
}

export interface Line {
  from: number;
  to: number;
  /// Size of what is written on it; null: nothing.
  label: Box | null;
}

export interface Placed {
  width: number;
  height: number;
  /// Middles of the boxes, in their order.
  boxes: {x: number; y: number}[];
  /// For each line the points that it goes through, and the middle of its label.
  lines: {points: {x: number; y: number}[]; back: boolean; label: {x: number; y: number} | null}[];
}

const GAP_X = 18;
const GAP_Y = 20;
const BACK_GAP = 16;
const SWEEPS = 12;

/// A box, or a place where a line passes through a layer.
interface Item extends Box {
  layer: number;
  x: number;
  above: Item[];
  below: Item[];
}

/// The same graph gives the same places.
/// @param boxes the first one is the top
export function layOut(boxes: readonly Box[], lines: readonly Line[]): Placed {
  const back = backLines(boxes.length, lines);
  const items: Item[] = boxes.map((box) => ({...box, layer: 0, x: 0, above: [], below: []}));
  assignLayers(items, lines, back);
  const passing = lines.map((line, i) => (back.has(i) ? [] : pass(items, line)));
  const layers = inLayers([...items, ...passing.flat()]);
  order(layers);
  const right = placeAcross(layers);
  const tops = placeDown(layers);
  const y = (item: Item) => tops[item.layer].middle;
  const drawn = lines.map((line, i) => {
    if (back.has(i)) return null;
    const [from, to] = [items[line.from], items[line.to]];
    const labelled = passing[i].find(({width}) => width > 0);
    return {
      points: [
        {x: from.x, y: y(from) + from.height / 2},
        ...passing[i].map((item) => ({x: item.x, y: y(item)})),
        {x: to.x, y: y(to) - to.height / 2}
      ],
      back: false,
      label: labelled === undefined ? null : {x: labelled.x, y: y(labelled)}
    };
  });
  const all: (PlacedLine | null)[] = [...drawn];
  const lanes = placeBack(layers, items, lines, back, y);
  for (const [i, lane] of lanes.found) all[i] = lane;
  const shift = 1 - Math.min(0, lanes.left);
  const moved = ({x, y}: {x: number; y: number}) => ({x: x + shift, y});
  const {top, height} = tops[tops.length - 1];
  return {
    width: Math.ceil(Math.max(right, lanes.right) + shift),
    height: Math.ceil(top + height + 1),
    boxes: items.map((item) => moved({x: item.x, y: y(item)})),
    lines: all.map((line) => ({
      ...line!,
      points: line!.points.map(moved),
      label: line!.label && moved(line!.label)
    }))
  };
}

/// Numbers of the lines that lead to a box that they come from.
function backLines(count: number, lines: readonly Line[]): Set<number> {
  const back = new Set<number>();
  const state = new Uint8Array(count);
  const visit = (at: number): void => {
    state[at] = 1;
    lines.forEach(({from, to}, i) => {
      if (from !== at) return;
      if (state[to] === 1) back.add(i);
      else if (state[to] === 0) visit(to);
    });
    state[at] = 2;
  };
  for (let at = 0; at < count; at++) if (state[at] === 0) visit(at);
  return back;
}

/// Each box below all that lead to it; where a line has a label, with a layer for that between.
function assignLayers(items: Item[], lines: readonly Line[], back: ReadonlySet<number>): void {
  for (let changed = true; changed; ) {
    changed = false;
    lines.forEach(({from, to, label}, i) => {
      const least = items[from].layer + (label === null ? 1 : 2);
      if (back.has(i) || items[to].layer >= least) return;
      items[to].layer = least;
      changed = true;
    });
  }
}

/// Where a line passes through layers between its ends. Its label stands in the first of them.
function pass(items: readonly Item[], {from, to, label}: Line): Item[] {
  const found: Item[] = [];
  let last = items[from];
  for (let layer = last.layer + 1; layer < items[to].layer; layer++) {
    const size = layer === items[from].layer + 1 && label !== null ? label : {width: 0, height: 0};
    const item: Item = {...size, layer, x: 0, above: [last], below: []};
    last.below.push(item);
    found.push(item);
    last = item;
  }
  last.below.push(items[to]);
  items[to].above.push(last);
  return found;
}

function inLayers(items: readonly Item[]): Item[][] {
  const layers: Item[][] = Array.from({length: 1 + Math.max(...items.map(({layer}) => layer))}, () => []);
  for (const item of items) layers[item.layer].push(item);
  return layers;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/// Sorts each layer by the middle of its neighbours, down and up, and keeps the order with the fewest crossings.
function order(layers: Item[][]): void {
  let best = layers.map((layer) => [...layer]);
  let least = crossings(layers);
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    const down = sweep % 2 === 0;
    const inTurn = down ? layers : layers.toReversed();
    for (const layer of inTurn) {
      const places = new Map(layers.flatMap((one) => one.map((item, i) => [item, i] as const)));
      const middle = (item: Item) => {
        const near = (down ? item.above : item.below).map((other) => places.get(other)!);
        return near.length === 0 ? places.get(item)! : mean(near);
      };
      layer.sort((a, b) => middle(a) - middle(b) || places.get(a)! - places.get(b)!);
    }
    const count = crossings(layers);
    if (count < least) [best, least] = [layers.map((layer) => [...layer]), count];
  }
  layers.forEach((layer, i) => {
    layer.splice(0, layer.length, ...best[i]);
  });
}

function crossings(layers: readonly Item[][]): number {
  let count = 0;
  for (const [i, layer] of layers.slice(0, -1).entries()) {
    const below = new Map(layers[i + 1].map((item, at) => [item, at]));
    const ends = layer.flatMap((item, at) => item.below.map((other) => [at, below.get(other)!] as const));
    for (const [a, b] of ends) for (const [c, d] of ends) if (a < c && b > d) count++;
  }
  return count;
}

/// Gives every item its x, near its neighbours and apart from those beside it. Answers the right edge.
function placeAcross(layers: readonly Item[][]): number {
  for (const layer of layers)
    spread(
      layer,
      layer.map(() => 0),
      layer.map(() => 1)
    );
  for (let sweep = 0; sweep < 4 * SWEEPS; sweep++) {
    const inTurn = sweep % 2 === 0 ? layers : layers.toReversed();
    for (const layer of inTurn) {
      const wanted = layer.map((item) => {
        const near = [...item.above, ...item.below];
        return near.length === 0 ? item.x : mean(near.map(({x}) => x));
      });
      // Lines that pass through should be straight before boxes are in the middle.
      spread(
        layer,
        wanted,
        layer.map(({height}) => (height === 0 ? 4 : 1))
      );
    }
  }
  const all = layers.flat();
  const left = Math.min(...all.map(({x, width}) => x - width / 2));
  for (const item of all) item.x += 1 - left;
  return Math.max(...all.map(({x, width}) => x + width / 2)) + 1;
}

/// The places nearest to those wanted, by least squares, at which items keep their order and their distance: neighbours
/// that would overlap are pooled (pool adjacent violators).
function spread(layer: readonly Item[], wanted: readonly number[], weights: readonly number[]): void {
  const offsets: number[] = [];
  layer.forEach((item, i) => {
    const before = layer[i - 1];
    offsets.push(i === 0 ? 0 : offsets[i - 1] + (before.width + item.width) / 2 + GAP_X);
  });
  const pools: {sum: number; weight: number; items: number}[] = [];
  layer.forEach((_, i) => {
    pools.push({sum: (wanted[i] - offsets[i]) * weights[i], weight: weights[i], items: 1});
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]];
      if (a.sum / a.weight <= b.sum / b.weight) break;
      pools.splice(last - 1, 2, {sum: a.sum + b.sum, weight: a.weight + b.weight, items: a.items + b.items});
    }
  });
  let at = 0;
  for (const {sum, weight, items} of pools)
    for (let i = 0; i < items; i++, at++) layer[at].x = sum / weight + offsets[at];
}

function placeDown(layers: readonly Item[][]): {top: number; height: number; middle: number}[] {
  let top = 1;
  return layers.map((layer) => {
    const height = Math.max(...layer.map((item) => item.height));
    const found = {top, height, middle: top + height / 2};
    top += height + (height === 0 ? 4 : GAP_Y);
    return found;
  });
}

type PlacedLine = Placed["lines"][number];

/// Lines that lead back, the shorter ones further inside: on the left from the first box of a layer, on the right from the
/// last one, and from others below those that stand in the way.
function placeBack(
  layers: readonly Item[][],
  items: readonly Item[],
  lines: readonly Line[],
  back: ReadonlySet<number>,
  y: (item: Item) => number
): {found: Map<number, PlacedLine>; left: number; right: number} {
  // How far out each layer reaches, on the left (-1) and on the right (1).
  const reach = new Map(
    [-1, 1].map((side) => [side, layers.map((layer) => Math.max(...layer.map((item) => edge(item, side))))])
  );
  const span = (i: number) => items[lines[i].from].layer - items[lines[i].to].layer;
  const found = new Map<number, PlacedLine>();
  const touched = new Map<string, number>();
  for (const i of [...back].sort((a, b) => span(a) - span(b))) {
    const {label} = lines[i];
    const [from, to] = [items[lines[i].from], items[lines[i].to]];
    const layer = layers[from.layer];
    const at = layer.indexOf(from);
    const side = span(i) > 0 && at <= (layer.length - 1) / 2 ? -1 : 1;
    const free = at === (side < 0 ? 0 : layer.length - 1);
    const out = reach.get(side)!;
    const lane =
      Math.max(...out.slice(to.layer, from.layer + 1)) + BACK_GAP + (label === null ? 0 : label.width / 2);
    for (let row = to.layer; row <= from.layer; row++)
      out[row] = lane + (label === null ? 0 : label.width / 2);
    // Several lines that lead back to one box, or from one to itself, do not touch it at one height.
    const height = (item: Item, by: number) => {
      const key = `${items.indexOf(item)} ${side}`;
      const times = touched.get(key) ?? 0;
      touched.set(key, times + 1);
      return y(item) + (times % 2 === 0 ? by : -by);
    };
    const under = y(from) + Math.max(...layer.map((item) => item.height)) / 2 + GAP_Y / 3;
    const low = free ? height(from, Math.min(6, from.height / 4)) : under;
    const high = height(to, -Math.min(6, to.height / 4));
    const start = free
      ? [{x: side * edge(from, side), y: low}]
      : [
          {x: from.x, y: y(from) + from.height / 2},
          {x: from.x, y: low}
        ];
    found.set(i, {
      points: [
        ...start,
        {x: side * lane, y: low},
        {x: side * lane, y: high},
        {x: side * edge(to, side), y: high}
      ],
      back: true,
      label: label === null ? null : {x: side * lane, y: (low + high) / 2}
    });
  }
  return {found, left: -Math.max(...reach.get(-1)!), right: Math.max(...reach.get(1)!)};
}

/// How far out a box reaches on a side.
const edge = ({x, width}: Item, side: number): number => side * x + width / 2;
