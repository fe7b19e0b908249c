/// Questions to begin with. Each is answered by the datasets' own columns alone, whatever was measured.

import type {Experiment} from "../../loaders/schema.ts";

export interface Example {
  title: string;
  /// The datasets that it asks.
  of: (Experiment | "checks")[];
  sql: string;
}

export const EXAMPLES: Example[] = [
  {
    title: "How much slower are threads than one thread?",
    of: ["contention"],
    sql: `SELECT machine, design, interpreter, cores, threads,
       median(slowdown_ratio) AS times_sequential,
       min(slowdown_ratio) AS least,
       max(slowdown_ratio) AS most
FROM contention.rows
WHERE work = 'fixed' AND threads > 1
GROUP BY ALL
ORDER BY times_sequential DESC`
  },
  {
    title: "Which restarts were disturbed by the machine itself?",
    of: ["contention"],
    sql: `SELECT cell, repetition, threads, slowdown_ratio, steal_ms, load_1m, involuntary_switches
FROM contention.rows
ORDER BY steal_ms DESC NULLS LAST, load_1m DESC
LIMIT 20`
  },
  {
    title: "How many requests a second survive a spinning thread?",
    of: ["io-priority"],
    sql: `SELECT machine, design, interpreter, interval_ms, check_interval_ticks, spinners,
       median(requests_per_s) AS requests_per_s,
       median(latency_us_p99) / 1000 AS latency_ms_p99
FROM "io-priority".rows
GROUP BY ALL
ORDER BY machine, design, interpreter, interval_ms, spinners`
  },
  {
    title: "Of all requests, which share took longer than a switch interval of 5 ms?",
    of: ["io-priority"],
    sql: `SELECT machine, design, interpreter, spinners,
       sum(requests) AS requests,
       sum(requests) FILTER (latency_us > 5000) / sum(requests) AS share_longer
FROM "io-priority".latencies
WHERE interval_ms = 5 OR check_interval_ticks = 100
GROUP BY ALL
ORDER BY share_longer DESC NULLS LAST`
  },
  {
    title: "Where do signals wait the longest?",
    of: ["signal-latency"],
    sql: `SELECT machine, design, interpreter, main, spinners,
       count(*) AS signals,
       count(*) FILTER (censored) AS not_handled,
       median(latency_us) FILTER (NOT censored) AS latency_us_p50
FROM "signal-latency".latencies
GROUP BY ALL
ORDER BY not_handled DESC, latency_us_p50 DESC`
  },
  {
    title: "Do slow checks of the lock go with slow threads?",
    of: ["contention"],
    sql: `SELECT r.machine, r.design, r.interpreter, r.cores,
       median(r.check_ns) AS check_ns,
       median(r.slowdown_ratio) AS times_sequential,
       median(r.voluntary_switches / r.wall_s) AS switches_per_s
FROM contention.rows AS r
WHERE r.threads = 2 AND r.work = 'fixed'
GROUP BY ALL
ORDER BY check_ns`
  },
  {
    title: "Which wrong version of a lock hides its fault the longest?",
    of: ["checks"],
    sql: `SELECT design, title, verdict, threads, scenario, steps
FROM checks.mutants
WHERE steps IS NOT NULL
ORDER BY steps DESC
LIMIT 10`
  }
];
