/// Numbers as prose has them, and text as HTML has it.

/// Three significant digits, thousands apart, never in powers of ten: 0.0123, 2.10, 24.6, 12,300.
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(3));
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toLocaleString("en-US", {maximumFractionDigits: digits, minimumFractionDigits: digits});
}

/// A time with the unit that suits its size. `us` is in microseconds.
export function duration(us: number | null | undefined): string {
  if (us === null || us === undefined || !Number.isFinite(us)) return "–";
  if (us < 1) return `${figure(us * 1000)} ns`;
  if (us < 1000) return `${figure(us)} µs`;
  return us < 1e6 ? `${figure(us / 1000)} ms` : `${figure(us / 1e6)} s`;
}

export function interval(low: number | null, high: number | null): string {
  return `${low === null ? "beyond the cap" : figure(low)} to ${high === null ? "beyond the cap" : figure(high)}`;
}

/// "1 thread", "2 threads".
export function count(n: number, noun: string): string {
  return `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
}

/// "a", "a and b", "a, b and c".
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/// 2026-11-22, in UTC.
export function day(time: string): string {
  return time.slice(0, 10);
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
  return text.replace(/[&<>"]/g, (character) => names[character]);
}

export interface Estimated {
  estimate: number | null;
  low: number | null;
  high: number | null;
}

/// An estimate with its interval, as in "1.85 (1.71 to 2.02)"; "not measured" for none.
export function estimated(row?: Estimated): string {
  if (row === undefined) return "not measured";
  const middle = row.estimate === null ? "beyond the cap" : figure(row.estimate);
  return `${middle} (${interval(row.low, row.high)})`;
}
