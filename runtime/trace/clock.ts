/** Nanoseconds on a clock that all threads of a run share: 0 is when the run began. */
export type Clock = () => number;

const ATTEMPTS = 32;

/**
 * A clock for this thread. `performance.now` counts from a start of its own on each thread, so its distance to the
 * system's monotonic clock is measured first: the closest of 32 readings, good to well under a microsecond.
 *
 * @param start_ns the system's monotonic clock when the run began, as `process.hrtime.bigint` gives it
 */
export function runClock(start_ns: bigint): Clock {
  let distance_ns = 0;
  let best_ns = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ATTEMPTS; i++) {
    const before = performance.now();
    const monotonic_ns = Number(process.hrtime.bigint() - start_ns);
    const after = performance.now();
    if ((after - before) * 1e6 < best_ns) {
      best_ns = (after - before) * 1e6;
      distance_ns = monotonic_ns - ((before + after) / 2) * 1e6;
    }
  }
  return () => performance.now() * 1e6 + distance_ns;
}
