import {ANSWERED, slowdown, type Workload} from "./workload.ts";

export const echoTcp: Workload = {
  name: "echo-tcp",
  title: "Echo over TCP",
  question: "How often does a server that echoes a stream answer beside threads that only compute?",
  source:
    "Issue 7946, its opening experiment: recv(8192), then sendall, in the main thread; packets of 64 bytes are ours",
  program: "echo_tcp.py",
  imports: ["arms.py", "served.py"],
  variants: [{name: "stream", title: "Bytes as they come, server in the main thread"}],
  threadsAre: "spinning threads beside the server",
  threads: {quick: [0, 1], full: [0, 1, 2, 4], predicted: [0, 1, 2, 4]},
  sizeIs: "milliseconds that the client asks",
  size: {quick: 150, full: 400, predicted: 50},
  asked: {client: (_variant, ask_ms) => ({kind: "echo", transport: "tcp", ask_ms})},
  metrics: ANSWERED,
  ratios: [slowdown("requests_per_s"), slowdown("latency_us_p50", "latency_us_p50_slowdown_ratio")]
};
