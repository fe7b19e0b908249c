import type {EchoClient} from "../../runtime/machines/simulated/clients.ts";
import type {Answers} from "../echo-client.ts";
import {median} from "../statistics.ts";
import {slowdown, type Workload} from "./workload.ts";

const client = (variant: string, kib: number): EchoClient => ({
  kind: "echo",
  transport: "tcp",
  prefixed: true,
  request_bytes: variant === "receive" ? kib * 1024 : 0,
  reply_bytes: variant === "receive" ? 0 : kib * 1024,
  warm_ms: 0,
  ask_ms: 1000,
  requests: 8,
  timeout_ms: 8000
});

/// The first transfer of an arm counts too: at their slowest, one is all that there is time for.
function transfers({latencies_us, lost}: Answers, {request_bytes = 0, reply_bytes = 0}: EchoClient) {
  const transfer_s = latencies_us.length === 0 ? null : median(latencies_us) / 1e6;
  const megabytes = (request_bytes + reply_bytes) / 1e6;
  return {transfer_s, mb_per_s: transfer_s === null ? 0 : megabytes / transfer_s, lost};
}

export const bulk: Workload = {
  name: "bulk",
  title: "Bulk transfer",
  question: "How fast does a large message pass through a server beside spinning threads?",
  source: "Ours, after the issue's large messages; the size is ours",
  program: "bulk.py",
  imports: ["arms.py", "served.py"],
  variants: [
    {name: "receive", title: "The server receives"},
    {name: "send", title: "The server sends"}
  ],
  threadsAre: "spinning threads beside the server",
  threads: {quick: [0, 1], full: [0, 1, 2], predicted: [0, 1, 2]},
  sizeIs: "KiB of one transfer",
  size: {quick: 1024, full: 4096, predicted: 1024},
  asked: {client, metrics: transfers},
  metrics: [
    {name: "transfer_s", title: "Median time of a transfer", unit: "s", better: "less"},
    {name: "mb_per_s", title: "Size over the median time", unit: "MB/s", better: "more"},
    {name: "lost", title: "Transfers that took longer than 8 s", unit: "transfers", better: "less"}
  ],
  ratios: [slowdown("transfer_s")]
};
