/// A timeline that moves: by buttons, keys, wheel and pointer.

import {drawTimeline, plotOf} from "./draw.js";
import {describe, sumsTable} from "./parts.js";
import type {Source} from "./source.js";
import {CLOSEST_NS, type Move, moveView, type View, within, zoomView} from "./view.js";

const KEYS: Record<string, Move> = {
  "+": "in",
  "=": "in",
  "-": "out",
  "−": "out",
  ArrowLeft: "earlier",
  ArrowRight: "later",
  Home: "whole"
};
/// Pixels; less is a click.
const DRAG_LEAST = 5;
/// The table follows when nothing has moved for so long.
const REST_MS = 120;
/// Change of length for each pixel of the wheel.
const WHEEL = 1.002;

/// The figure that `figure` is: `.chart` with the picture, buttons with data-move, and maybe `.sums` for the table.
export class Live {
  private readonly figure: HTMLElement;
  private readonly chart: HTMLElement;
  private sources: readonly Source[];
  /// Is told of each view that has come to rest.
  onRest: (view: View) => void = () => {};
  /// Is told when a source fails.
  onFailure: (failure: Error) => void = () => {};
  private view: View;
  private drawing = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private drag: {x: number; view: View; picks: boolean} | null = null;
  /// Frames drawn so far, for those who measure.
  frames = 0;

  constructor(figure: HTMLElement, sources: readonly Source[], view?: View) {
    this.figure = figure;
    this.chart = figure.querySelector<HTMLElement>(".chart")!;
    this.sources = sources;
    this.view = view ?? {from_ns: 0, to_ns: this.end_ns};
    this.listen();
    this.take(sources);
  }

  /// The end of the longest scene: all have one clock.
  private get end_ns(): number {
    return Math.max(1, ...this.sources.map(({scene}) => scene.end_ns));
  }

  /// Shows other scenes, as a whole unless a view is given.
  take(sources: readonly Source[], view = this.view): void {
    for (const source of this.sources) source.onBetter = () => {};
    this.sources = sources;
    for (const source of sources) source.onBetter = () => this.draw();
    this.show(view);
  }

  /// What is shown now.
  get shown(): View {
    return this.view;
  }

  show(view: View): void {
    this.view = view;
    this.draw();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => void this.rest(), REST_MS);
  }

  private draw(): void {
    if (this.drawing !== 0) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = 0;
      this.paint();
    });
  }

  /// Draws at once.
  paint(): void {
    const width = Math.max(280, Math.floor(this.chart.clientWidth));
    const {columns} = plotOf(width);
    const groups = this.sources.map((source) => ({
      scene: source.scene,
      strips: source.strips(this.view, columns)
    }));
    this.chart.innerHTML = drawTimeline(groups, this.view, width);
    this.frames++;
    const failed = this.sources.find(({failure}) => failure !== null);
    if (failed !== undefined) this.onFailure(failed.failure!);
  }

  private async rest(): Promise<void> {
    const {view, sources} = this;
    try {
      const groups = await Promise.all(
        sources.map(async (source) => ({scene: source.scene, sums: await source.sums(view)}))
      );
      if (view !== this.view || sources !== this.sources) return;
      this.chart.ariaLabel = describe(groups, view);
      const table = this.figure.querySelector(".sums");
      if (table !== null) table.innerHTML = sumsTable(groups, view);
      this.onRest(view);
    } catch (reason) {
      this.onFailure(reason as Error);
    }
  }

  // ---- the reader

  private listen(): void {
    const {chart, figure} = this;
    for (const button of figure.querySelectorAll<HTMLButtonElement>("[data-move]"))
      button.addEventListener("click", () => this.move(button.dataset.move as Move));
    chart.addEventListener("keydown", (event) => {
      const move = KEYS[event.key];
      if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.move(move);
    });
    chart.addEventListener("wheel", (event) => this.turn(event), {passive: false});
    chart.addEventListener("pointerdown", (event) => this.grasp(event));
    chart.addEventListener("pointermove", (event) => this.pull(event));
    chart.addEventListener("pointerup", (event) => this.loose(event));
    chart.addEventListener("pointercancel", () => {
      this.drag = null;
    });
    new ResizeObserver(() => this.draw()).observe(chart);
  }

  move(move: Move): void {
    this.show(moveView(this.view, move, this.end_ns));
  }

  private turn(event: WheelEvent): void {
    const {from_ns, to_ns} = this.view;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.show(zoomView(this.view, WHEEL ** event.deltaY, this.end_ns, this.shareAt(event.clientX)));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const length = to_ns - from_ns;
      this.show(within(from_ns + (event.deltaX / this.plotted()) * length, length, this.end_ns));
    }
  }

  private grasp(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.drag = {x: event.clientX, view: this.view, picks: event.shiftKey};
    this.chart.setPointerCapture(event.pointerId);
  }

  private pull(event: PointerEvent): void {
    if (this.drag === null || this.drag.picks) return;
    const {x, view} = this.drag;
    const length = view.to_ns - view.from_ns;
    this.show(within(view.from_ns - ((event.clientX - x) / this.plotted()) * length, length, this.end_ns));
  }

  private loose(event: PointerEvent): void {
    const {drag} = this;
    this.drag = null;
    if (!drag?.picks || Math.abs(event.clientX - drag.x) < DRAG_LEAST) return;
    const [low, high] = [drag.x, event.clientX].map((at) => this.shareAt(at)).sort((a, b) => a - b);
    const {from_ns, to_ns} = this.view;
    const length = to_ns - from_ns;
    if (high > low)
      this.show(within(from_ns + low * length, Math.max(CLOSEST_NS, (high - low) * length), this.end_ns));
  }

  /// Screen pixels of the drawn time.
  private plotted(): number {
    return plotOf(Math.max(280, this.chart.clientWidth)).columns;
  }

  /// Share of the drawn time, 0 to 1, at a place on the screen.
  private shareAt(clientX: number): number {
    const {left, columns} = plotOf(Math.max(280, this.chart.clientWidth));
    const at = (clientX - this.chart.getBoundingClientRect().left - left) / columns;
    return Math.min(1, Math.max(0, at));
  }
}
