export interface Progress {
  /// So many steps of `total` are done; `label` is the one that begins.
  step(done: number, total: number, label: string): void;
  /// A line of its own.
  say(text: string): void;
  end(): void;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/// A bar with the time left on a terminal; elsewhere a line for each tenth. The time left is the mean time of the steps
/// done since `step` was first called, times the steps that remain.
export function progress(
  title: string,
  output: Output = process.stderr,
  now: () => number = Date.now
): Progress {
  let first: {done: number; at: number} | null = null;
  let tenth = -1;
  const clear = output.isTTY ? "\r\u001b[K" : "";
  return {
    step(done, total, label) {
      first ??= {done, at: now()};
      const left = timeLeft(first, done, total, now());
      if (output.isTTY) {
        const head = `${title} ${bar(done, total)} ${done}/${total}${left && `, ${left} left`}`;
        output.write(clear + `${head}  ${label}`.slice(0, (output.columns ?? 80) - 1));
      } else if (Math.floor((done / total) * 10) > tenth) {
        tenth = Math.floor((done / total) * 10);
        output.write(`${title}: ${done} of ${total} repetitions${left && `, ${left} left`}\n`);
      }
    },
    say: (text) => output.write(`${clear}${text}\n`),
    end: () => output.write(clear)
  };
}

function bar(done: number, total: number): string {
  const width = 20;
  const full = Math.round((done / total) * width);
  return `[${"=".repeat(full)}${" ".repeat(width - full)}]`;
}

function timeLeft(first: {done: number; at: number}, done: number, total: number, now: number): string {
  if (done === first.done || done === total) return "";
  const seconds = Math.ceil((((now - first.at) / (done - first.done)) * (total - done)) / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
