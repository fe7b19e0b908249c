import type {Answers} from "../echo-client.ts";
import {quantile} from "../statistics.ts";
import {echoed, SOURCE} from "./ccbench.ts";
import {ANSWERED, type Metric, slowdown, type Workload} from "./workload.ts";

/// Between a ping's answer and the next one.
const PAUSE_MS = 10;

function spread({latencies_us: us, lost}: Answers): Record<string, number | null> {
  const of = (p: number) => (us.length === 0 ? null : quantile(us, p));
  const mean = us.length === 0 ? null : us.reduce((sum, one) => sum + one, 0) / us.length;
  const squares = us.reduce((sum, one) => sum + (one - (mean ?? 0)) ** 2, 0);
  return {
    lost,
    latency_us_p50: of(0.5),
    latency_us_p90: of(0.9),
    latency_us_p99: of(0.99),
    latency_us_max: of(1),
    latency_us_mean: mean,
    latency_us_sd: us.length < 2 ? null : Math.sqrt(squares / (us.length - 1))
  };
}

const answered = (metric: Metric) => metric.name !== "requests_per_s";

export const ccbenchLatency: Workload = {
  ...echoed,
  name: "ccbench-latency",
  title: "ccbench: latency",
  question: "How long is a message answered late that another process sends now and then?",
  source: `${SOURCE}; round trips every ${PAUSE_MS} ms are in the place of one way every 100 ms`,
  variants: [{name: "ping", title: `A datagram of 64 bytes ${PAUSE_MS} ms after the last answer`}],
  size: {quick: 500, full: 2000, predicted: 300},
  asked: {
    client: (_variant, size) => ({kind: "echo", ask_ms: size, pause_ms: PAUSE_MS}),
    metrics: spread
  },
  metrics: [
    ...ANSWERED.filter(answered),
    {name: "latency_us_mean", title: "Mean round trip", unit: "us", better: "less"},
    {name: "latency_us_sd", title: "Standard deviation of the round trip", unit: "us", better: "less"}
  ],
  ratios: [slowdown("latency_us_mean")]
};
