/// What the workloads of ccbench share.
import type {Workload} from "./workload.ts";

export const SOURCE = "Antoine Pitrou's ccbench (2009; Python's Tools/ccbench), written afresh";

/// A server of datagrams beside threads that compute.
export const echoed: Pick<Workload, "program" | "arguments" | "threadsAre" | "threads" | "sizeIs"> = {
  program: "ccbench.py",
  arguments: (variant, size, arms) => ["echo", variant, `${size}`, arms.join(",")],
  threadsAre: "threads beside it that compute digits of pi",
  threads: {quick: [0, 1], full: [0, 1, 2, 3, 4], predicted: [0, 1, 2, 4]},
  sizeIs: "milliseconds that it is asked"
};
