/// A scene in DuckDB. It is asked for tiles: 512 bins of 2^level ns of all threads, which stay known. So moving over what was
/// seen asks nothing, and a question's answer has at most two bins a pixel, however many events there are.

import type {Scene, Source} from "./source.js";
import {binsQuery, livesQuery, sumsQuery} from "./sql.js";
import type {Strip, Sum} from "./strip.js";
import {MARKS, STATES} from "./trace.js";
import type {View} from "./view.js";

/// Answers a query, column by column.
export type Query = (sql: string) => Promise<Record<string, ArrayLike<number>>>;

/// Where in DuckDB a scene is.
export interface Place {
  schema: string;
  /// Levels of its table `levels`, ascending.
  levels: number[];
}

const TILE = 512;
/// Tiles that stay known at most.
const TILES_MOST = 256;

/// For each thread, state or mark by state or mark, 512 numbers.
type Tile = Map<number, Float64Array[]>;

export class TiledSource implements Source {
  readonly scene: Scene;
  private readonly place: Place;
  private readonly query: Query;
  private readonly tiles = new Map<string, Tile>();
  /// Runs of tiles, in the order in which they are asked for.
  private wanted: {level: number; first: number; last: number}[] = [];
  private asking: Promise<void> | null = null;
  onBetter = () => {};
  /// Why DuckDB did not answer, or null.
  failure: Error | null = null;

  constructor(scene: Scene, place: Place, query: Query) {
    this.scene = scene;
    this.place = place;
    this.query = query;
  }

  /// The level at which one tile is the whole scene.
  private get top(): number {
    return Math.max(0, Math.ceil(Math.log2((this.scene.end_ns + 1) / TILE)));
  }

  strips(view: View, columns: number): Strip[] {
    const strips = this.scene.lives.map((life) => ({
      ...life,
      shares: STATES.map(() => new Float64Array(columns)),
      marks: MARKS.map(() => new Float64Array(columns))
    }));
    const level = levelOf(view, columns);
    this.add(strips, view, view, columns, level);
    this.want(view, columns, level);
    return strips;
  }

  /// Adds what is known of `part` at this level, or at the next coarser one that is known.
  private add(strips: Strip[], view: View, part: View, columns: number, level: number): void {
    const length = TILE * 2 ** level;
    for (let tile = Math.floor(part.from_ns / length); tile * length < part.to_ns; tile++) {
      const own = {
        from_ns: Math.max(part.from_ns, tile * length),
        to_ns: Math.min(part.to_ns, (tile + 1) * length)
      };
      const known = this.tiles.get(keyOf(level, tile));
      if (known !== undefined) addTile(strips, view, own, columns, level, tile, known);
      else if (level < this.top) this.add(strips, view, own, columns, level + 1);
    }
  }

  /// Tiles of a view that are not known yet.
  missing(view: View, columns: number): number[] {
    const level = levelOf(view, columns);
    const [first, last] = this.tilesOf(view, level);
    return Array.from({length: last - first + 1}, (_, i) => first + i).filter(
      (tile) => !this.has(level, tile)
    );
  }

  private tilesOf({from_ns, to_ns}: View, level: number): [first: number, last: number] {
    const length = TILE * 2 ** level;
    const first = Math.max(0, Math.floor(from_ns / length));
    return [first, Math.max(first, Math.ceil(to_ns / length) - 1)];
  }

  private readonly has = (level: number, tile: number) => this.tiles.has(keyOf(level, tile));

  /// What is in view first, then the whole, then what a reader comes to next: a question for each.
  private want(view: View, columns: number, level: number): void {
    const length = TILE * 2 ** level;
    const [first, last] = this.tilesOf(view, level);
    const inView = this.missing(view, columns);
    const beside = [last + 1, first - 1].filter(
      (tile) => tile >= 0 && tile * length <= this.scene.end_ns && !this.has(level, tile)
    );
    this.wanted = [
      ...(inView.length > 0 ? [{level, first: inView[0], last: inView[inView.length - 1]}] : []),
      ...(this.has(this.top, 0) || level === this.top ? [] : [{level: this.top, first: 0, last: 0}]),
      ...(level < this.top ? beside.map((tile) => ({level, first: tile, last: tile})) : [])
    ];
    this.asking ??= this.ask()
      .catch((reason) => {
        this.failure = reason;
        this.onBetter();
      })
      .finally(() => {
        this.asking = null;
      });
  }

  private async ask(): Promise<void> {
    for (let next = this.wanted.shift(); next !== undefined; next = this.wanted.shift()) {
      const {level, first, last} = next;
      const {schema, levels} = this.place;
      const count = last - first + 1;
      const answer = await this.query(binsQuery(schema, levels, level, first * TILE, count * TILE));
      tilesIn(answer, count).forEach((tile, i) => {
        this.tiles.set(keyOf(level, first + i), tile);
      });
      this.forget();
      this.onBetter();
    }
  }

  /// Lets go of the tiles that were asked for first, but not of the whole.
  private forget(): void {
    const whole = keyOf(this.top, 0);
    for (const key of this.tiles.keys()) {
      if (this.tiles.size <= TILES_MOST) return;
      if (key !== whole) this.tiles.delete(key);
    }
  }

  /// Resolves when everything that was wanted is known. Rejects when DuckDB does not answer.
  async settled(): Promise<void> {
    while (this.asking !== null) await this.asking;
    if (this.failure !== null) throw this.failure;
  }

  async sums(view: View): Promise<Sum[]> {
    const {thread, state, ns, n} = await this.query(sumsQuery(this.place.schema, this.place.levels, view));
    const sums = new Map(
      this.scene.lives.map((life) => [
        life.thread,
        {thread: life.thread, states_ns: STATES.map(() => 0), turns: 0, marks: MARKS.map(() => 0)}
      ])
    );
    for (let i = 0; i < thread.length; i++) {
      const sum = sums.get(thread[i])!;
      if (state[i] === 0) sum.turns = n[i];
      if (state[i] < STATES.length) sum.states_ns[state[i]] = ns[i];
      else sum.marks[state[i] - STATES.length] = n[i];
    }
    return [...sums.values()];
  }
}

/// A scene of which everything but its threads is known.
export async function openTiled(
  scene: Omit<Scene, "lives">,
  place: Place,
  query: Query
): Promise<TiledSource> {
  const {thread, started_ns, ended_ns} = await query(livesQuery(place.schema));
  const lives = Array.from(thread, (each, i) => ({
    thread: each,
    started_ns: started_ns[i],
    ended_ns: ended_ns[i]
  }));
  return new TiledSource({...scene, lives}, place, query);
}

const keyOf = (level: number, tile: number): string => `${level}/${tile}`;

/// The widest bins that are no wider than a column.
export function levelOf({from_ns, to_ns}: View, columns: number): number {
  return Math.max(0, Math.floor(Math.log2((to_ns - from_ns) / columns)));
}

/// The tiles of an answer, side by side.
function tilesIn({bin, thread, state, ns, n}: Awaited<ReturnType<Query>>, count: number): Tile[] {
  const tiles = Array.from({length: count}, (): Tile => new Map());
  for (let i = 0; i < bin.length; i++) {
    const tile = tiles[Math.floor(bin[i] / TILE)];
    let rows = tile.get(thread[i]);
    if (rows === undefined) {
      rows = Array.from({length: STATES.length + MARKS.length}, () => new Float64Array(TILE));
      tile.set(thread[i], rows);
    }
    rows[state[i]][bin[i] % TILE] += state[i] < STATES.length ? ns[i] : n[i];
  }
  return tiles;
}

/// Adds the bins of a tile that lie in `part`. What a bin over two columns holds is divided as the bin is.
function addTile(
  strips: Strip[],
  view: View,
  part: View,
  columns: number,
  level: number,
  tile: number,
  known: Tile
): void {
  const width = 2 ** level;
  const column_ns = (view.to_ns - view.from_ns) / columns;
  const begin = Math.floor(part.from_ns / width) - tile * TILE;
  const end = Math.min(TILE, Math.ceil(part.to_ns / width) - tile * TILE);
  for (const strip of strips) {
    const rows = known.get(strip.thread);
    if (rows === undefined) continue;
    for (let bin = begin; bin < end; bin++) {
      const at = (tile * TILE + bin) * width;
      const from = Math.max(part.from_ns, at);
      const to = Math.min(part.to_ns, at + width);
      const first = Math.floor((from - view.from_ns) / column_ns);
      const last = Math.min(columns - 1, Math.floor((to - view.from_ns) / column_ns));
      for (let column = first; column <= last; column++) {
        const left = Math.max(from, view.from_ns + column * column_ns);
        const right = Math.min(to, view.from_ns + (column + 1) * column_ns);
        if (right <= left) continue;
        const scale = (right - left) / width / column_ns;
        for (let state = 0; state < STATES.length; state++)
          strip.shares[state][column] += rows[state][bin] * scale;
      }
      if (at < part.from_ns || first >= columns) continue;
      for (let mark = 0; mark < MARKS.length; mark++)
        strip.marks[mark][Math.max(0, first)] += rows[STATES.length + mark][bin];
    }
  }
}
