import {checkIntervals, switchIntervals} from "./count-intervals.ts";
import {ANSWERED, intervalOf, slowdown, type Workload} from "./workload.ts";

/// io_priority.py is given both intervals, "-" for the interpreter's own.
function intervalArguments(variant: string): [string, string] {
  const interval = intervalOf(variant);
  if (interval === null) return ["-", "-"];
  return interval.unit === "ms" ? [`${interval.value}`, "-"] : ["-", `${interval.value}`];
}

export const echoUdp: Workload = {
  name: "echo-udp",
  title: "Echo over UDP",
  question: "How often does an echo server answer beside spinning threads, at which interval?",
  source:
    "tenthousandmeters, Python behind the scenes 13 (2021), and issue 7946; the whole distribution of latencies is the dataset io-priority",
  program: "io_priority.py",
  imports: [],
  arguments: (variant, _size, arms) => [...intervalArguments(variant), arms.join(",")],
  variants: [
    {name: "datagrams", title: "At the interval that the lock has by itself"},
    ...switchIntervals(100, 10, 1, 0.1, 0.01, 0.001),
    ...checkIntervals(1, 10, 1000, 10_000, 100_000)
  ],
  threadsAre: "spinning threads beside the server",
  threads: {quick: [0, 1], full: [0, 1, 2, 4], predicted: [0, 1, 2, 4]},
  sizeIs: "milliseconds that the client asks",
  size: {quick: 150, full: 400, predicted: 50},
  asked: {client: (_variant, ask_ms) => ({kind: "echo", ask_ms})},
  metrics: ANSWERED,
  ratios: [
    slowdown("requests_per_s"),
    slowdown("latency_us_p50", "latency_us_p50_slowdown_ratio"),
    {
      name: "interval_ratio",
      title: "Times worse than at the interval that the lock has by itself",
      of: "requests_per_s",
      against: {variant: "datagrams"}
    }
  ]
};
