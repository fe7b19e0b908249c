import {echoed, SOURCE} from "./ccbench.ts";
import {ANSWERED, slowdown, type Workload} from "./workload.ts";

export const ccbenchBandwidth: Workload = {
  ...echoed,
  name: "ccbench-bandwidth",
  title: "ccbench: bandwidth",
  question: "How many datagrams of 1,024 bytes come back in a second, one after the other?",
  source: SOURCE,
  variants: [{name: "echo", title: "One datagram of 1,024 bytes in flight"}],
  size: {quick: 300, full: 1000, predicted: 200},
  asked: {client: (_variant, size) => ({kind: "echo", ask_ms: size, request_bytes: 1024})},
  metrics: ANSWERED,
  ratios: [slowdown("requests_per_s")]
};
