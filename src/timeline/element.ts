/// Brings the timelines of a page to life. DuckDB starts when a reader turns to one, not before; until then, and without
/// this module, a timeline is the picture that the build drew.

import type {Database} from "../components/duckdb.js";
import {plotOf} from "./draw.js";
import type {Written} from "./figure.js";
import {Live} from "./live.js";
import type {Source} from "./source.js";
import {openTiled, type TiledSource} from "./tiled.js";
import type {Move, View} from "./view.js";

let database: Promise<Database> | undefined;
const attached = new Map<string, Promise<void>>();

/// One for the page.
function theDatabase(): Promise<Database> {
  if (database === undefined) {
    database = import("../components/duckdb.js").then(({openDatabase}) => openDatabase({}));
    database.catch(() => {
      database = undefined;
    });
  }
  return database;
}

/// The scene, from the file that the page has a link to.
export async function openScene({scene, place}: Written): Promise<TiledSource> {
  const db = await theDatabase();
  let ready = attached.get(scene.name);
  if (ready === undefined) {
    const link = document.querySelector<HTMLAnchorElement>(`a[data-scene="${scene.name}"]`);
    if (link === null) throw new Error(`missing link to the scene ${scene.name}`);
    ready = db.attach(scene.name, link.href);
    attached.set(scene.name, ready);
    ready.catch(() => attached.delete(scene.name));
  }
  await ready;
  return openTiled(scene, place, db.columns);
}

/// One figure.
export class Timeline {
  readonly figure: HTMLElement;
  /// From the moment when it moves.
  live: Live | null = null;
  private readonly chart: HTMLElement;
  private readonly written: {scenes: Written[]; view: View};
  private starting: Promise<void> | null = null;
  /// What the reader wanted before it moved.
  private wanted: Move | null = null;

  constructor(figure: HTMLElement) {
    this.figure = figure;
    this.chart = figure.querySelector<HTMLElement>(".chart")!;
    this.written = JSON.parse(figure.querySelector('script[type="application/json"]')!.textContent!);
    figure.querySelector<HTMLElement>(".controls")!.hidden = false;
    this.chart.tabIndex = 0;
    this.chart.role = "application";
    const wake = () => void this.start();
    for (const event of ["focusin", "pointerdown"] as const)
      this.chart.addEventListener(event, wake, {once: true});
    for (const button of figure.querySelectorAll<HTMLButtonElement>("[data-move]"))
      button.addEventListener("click", () => this.press(button.dataset.move as Move));
    figure.dataset.ready = "true";
  }

  private press(move: Move): void {
    if (this.live !== null) return;
    this.wanted = move;
    void this.start();
  }

  /// Names the figure anew, when it shows something else.
  entitle(text: string): void {
    this.figure.querySelector(".title")!.textContent = text;
    this.figure.querySelector("figcaption")?.remove();
  }

  say(text: string): void {
    this.figure.querySelector(".status")!.textContent = text;
  }

  /// Asks DuckDB from now on.
  start(): Promise<void> {
    this.starting ??= this.open(this.written.scenes, this.written.view).catch((reason) => {
      this.starting = null;
      this.say(`The timeline stays as it was drawn: ${(reason as Error).message}`);
    });
    return this.starting;
  }

  /// Shows recorded scenes, under each other. Rejects when they cannot be read.
  async open(scenes: readonly Written[], view?: View): Promise<void> {
    if (database === undefined) this.say("DuckDB starts: 34 MB of it, once.");
    const sources: TiledSource[] = [];
    for (const scene of scenes) sources.push(await openScene(scene));
    const end_ns = Math.max(...scenes.map(({scene}) => scene.end_ns));
    const shown = view ?? {from_ns: 0, to_ns: end_ns};
    for (const source of sources) {
      source.strips(shown, plotOf(this.chart.clientWidth).columns);
      await source.settled();
    }
    this.show(sources, shown);
  }

  /// Shows these sources from now on.
  show(sources: readonly Source[], view: View): void {
    this.starting ??= Promise.resolve();
    this.say("");
    if (this.live === null) {
      this.live = new Live(this.figure, sources, view);
      this.live.onFailure = (failure) => this.say(failure.message);
      if (this.wanted !== null) this.live.move(this.wanted);
    } else this.live.take(sources, view);
    this.figure.dataset.live = "true";
  }
}

const known = new Map<HTMLElement, Timeline>();

/// The timeline of a figure.
export function timelineOf(figure: HTMLElement): Timeline {
  const found = known.get(figure) ?? new Timeline(figure);
  known.set(figure, found);
  return found;
}

for (const figure of document.querySelectorAll<HTMLElement>("figure.timeline")) timelineOf(figure);
