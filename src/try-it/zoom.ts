/// Zooming in a drawn timeline, by buttons, keys and by dragging over a stretch.

import {describe, drawBoth, endOf, groupsOf, renderEvents} from "./results.js";
import type {Finished} from "./run.js";
import {type Move, moveView, plotOf, type View} from "./timeline.js";

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

/// Brings the timeline in `figure` to life, which `renderRuns` has drawn of these runs.
export function makeZoomable(figure: HTMLElement, runs: readonly Finished[]): void {
  const chart = figure.querySelector<HTMLElement>(".chart")!;
  const events = figure.querySelector<HTMLDetailsElement>(".events")!;
  const groups = groupsOf(runs);
  const end_ns = endOf(runs);
  let view: View = {from_ns: 0, to_ns: end_ns};

  function show(next: View): void {
    view = next;
    chart.innerHTML = drawBoth(groups, view);
    chart.ariaLabel = describe(groups, view);
    listEvents();
  }

  function listEvents(): void {
    if (events.open) events.querySelector("div")!.innerHTML = renderEvents(runs, view);
  }

  for (const button of figure.querySelectorAll<HTMLButtonElement>("[data-move]"))
    button.addEventListener("click", () => show(moveView(view, button.dataset.move as Move, end_ns)));
  chart.addEventListener("keydown", (event) => {
    const move = KEYS[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(moveView(view, move, end_ns));
  });
  events.addEventListener("toggle", listEvents);

  let begin: number | null = null;
  /// Share of the drawn time, 0 to 1, at a place on the screen.
  const shareAt = (clientX: number): number => {
    const size = chart.querySelector<HTMLElement>(".wide")!.offsetParent === null ? "narrow" : "wide";
    const picture = chart.querySelector(`.${size} svg`)!.getBoundingClientRect();
    const {left, columns, width} = plotOf(size);
    const at = ((clientX - picture.left) / picture.width) * width;
    return Math.min(1, Math.max(0, (at - left) / columns));
  };
  chart.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) begin = event.clientX;
  });
  addEventListener("pointerup", (event) => {
    const from = begin;
    begin = null;
    if (from === null || !chart.isConnected || Math.abs(event.clientX - from) < DRAG_LEAST) return;
    const [low, high] = [from, event.clientX].map(shareAt).sort((a, b) => a - b);
    const length = view.to_ns - view.from_ns;
    if (high > low) show(clamped(view.from_ns + low * length, view.from_ns + high * length));
  });

  function clamped(from_ns: number, to_ns: number): View {
    const middle = (from_ns + to_ns) / 2;
    const half = Math.max(to_ns - from_ns, Math.min(100, end_ns)) / 2;
    return {from_ns: Math.max(0, middle - half), to_ns: Math.min(end_ns, middle + half)};
  }
}
