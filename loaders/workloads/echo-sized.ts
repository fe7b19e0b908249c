import type {EchoClient} from "../../runtime/machines/simulated/clients.ts";
import type {Interpreter} from "../interpreters.ts";
import {ANSWERED, slowdown, type Workload} from "./workload.ts";

const noProcesses = ({machine}: Interpreter): string | null =>
  machine === "native" ? null : "Convoy starts no other processes: what is not shared needs no lock";

/// As the talk has it: 8 KB messages, and a client that pauses for 1 ms.
const client = (_variant: string, requests: number): EchoClient => ({
  kind: "echo",
  transport: "tcp",
  prefixed: true,
  request_bytes: 8192,
  pause_ms: 1,
  requests,
  warm_ms: 20,
  ask_ms: 2000
});

export const echoSized: Workload = {
  name: "echo-sized",
  title: "Echo of sized messages",
  question:
    "Do sockets that never wait, or computing in other processes, help a server beside threads that compute?",
  source:
    "Beazley, Embracing the GIL (2011): a length of 4 bytes and 8 KB, TCP_NODELAY, 1 ms pause a message. That it was 10,000 messages is our inference; here an arm ends after the given number, or after 2 s",
  program: "echo_sized.py",
  imports: ["arms.py", "served.py"],
  variants: [
    {name: "blocking", title: "Blocking sockets, computing threads"},
    {name: "nonblocking", title: "Sockets that do not wait, and select; computing threads"},
    {name: "processes", title: "Blocking sockets, computing in other processes", lacks: noProcesses}
  ],
  threadsAre: "computing threads, or processes, beside the server",
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1, 2]},
  sizeIs: "messages",
  size: {quick: 40, full: 200, predicted: 25},
  asked: {client},
  metrics: ANSWERED,
  ratios: [slowdown("requests_per_s"), slowdown("latency_us_p50", "latency_us_p50_slowdown_ratio")]
};
