/// The stretch of time that is shown, and moving it.

export interface View {
  from_ns: number;
  to_ns: number;
}

export type Move = "in" | "out" | "earlier" | "later" | "whole";

/// Nanoseconds that fill the picture at most closely.
export const CLOSEST_NS = 100;

/// What is shown after a move. Zooming keeps `at` (0 to 1 of the width) in place.
export function moveView({from_ns, to_ns}: View, move: Move, end_ns: number, at = 0.5): View {
  const length = to_ns - from_ns;
  if (move === "whole") return {from_ns: 0, to_ns: end_ns};
  if (move === "in") return zoomView({from_ns, to_ns}, 0.5, end_ns, at);
  if (move === "out") return zoomView({from_ns, to_ns}, 2, end_ns, at);
  return within(from_ns + (move === "later" ? length / 4 : -length / 4), length, end_ns);
}

/// What is shown at `factor` times the length, with `at` (0 to 1 of the width) in place.
export function zoomView({from_ns, to_ns}: View, factor: number, end_ns: number, at = 0.5): View {
  const length = to_ns - from_ns;
  const next = Math.min(end_ns, Math.max(CLOSEST_NS, length * factor));
  return within(from_ns + (length - next) * at, next, end_ns);
}

/// A stretch of this length that begins at `from_ns`, or as near to it as the trace allows.
export function within(from_ns: number, length_ns: number, end_ns: number): View {
  const length = Math.min(end_ns, length_ns);
  const begin = Math.min(Math.max(0, from_ns), end_ns - length);
  return {from_ns: begin, to_ns: begin + length};
}
