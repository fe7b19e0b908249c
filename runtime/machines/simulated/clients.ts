/**
 * Processes beside the Python program: they talk to it as the loaders of the experiments do on real machines, over the
 * loopback interface, standard input and output, and signals. They run on the same cores.
 */

import type {Address} from "../devices.ts";
import type {Step, Steps} from "../steps.ts";
import {Op, Step as StepOf} from "../steps.ts";
import {constants, errors, signals} from "./devices/linux.ts";
import type {Signals} from "./devices/signals.ts";
import {type Network, Socket} from "./devices/sockets.ts";
import type {Stream} from "./devices/streams.ts";
import type {Kernel} from "./kernel.ts";
import {Call} from "./perform.ts";
import type {System} from "./system.ts";
import type {Task} from "./task.ts";
import {WaitQueue} from "./wait-queue.ts";

/**
 * Asks a server in each arm of `io_priority.py` and of programs that speak like it: one request in flight at each port. The
 * clients of real machines are told what to do in the same words.
 */
export interface EchoClient {
  kind: "echo";
  /** Default udp. Over tcp an arm is a connection: it begins with connecting, and its end is the end of the stream. */
  transport?: "udp" | "tcp";
  /** Of a request, without its prefix. Default 64. */
  request_bytes?: number;
  /** Of a reply. Default: as many as the request has. */
  reply_bytes?: number;
  /** tcp: before each message stands its length in 4 bytes, the most significant one first. Default false. */
  prefixed?: boolean;
  /** From a reply to the next request. Default 0. */
  pause_ms?: number;
  /** How long is asked. Default 300. */
  ask_ms?: number;
  /** The arm ends after so many requests that count, if not by then. Default: no end by number. */
  requests?: number;
  /** Requests before that are not counted. Default 50. */
  warm_ms?: number;
  /** After so long a request is lost; over tcp that ends the arm. Default 1000. */
  timeout_ms?: number;
}

/** A client's words with all defaults. */
export function inFull(client: EchoClient): Required<EchoClient> {
  const {request_bytes = 64} = client;
  return {
    transport: "udp",
    request_bytes,
    reply_bytes: request_bytes,
    prefixed: false,
    pause_ms: 0,
    ask_ms: 300,
    requests: FOREVER,
    warm_ms: 50,
    timeout_ms: 1000,
    ...client
  };
}

/** Sends signals in each arm of `signal_latency.py`. */
export interface SignalSender {
  kind: "signals";
  /** In each arm. Default 10. */
  signals?: number;
  /** Longest wait for a handler. Default 250. */
  cap_ms?: number;
  /** Longest pause before a signal, drawn evenly from 1 ms on, and what each spinning thread adds. Defaults 8 and 10. */
  gap_ms?: number;
  gap_per_spinner_ms?: number;
}

export type Client = EchoClient | SignalSender;

/** What a client has seen in one arm. */
export interface ClientReport {
  client: Client["kind"];
  spinners: number;
  /** echo: from request to reply. signals: from the sending to the handler's first reading of the clock. Ascending in time. */
  latencies_ns: number[];
  /** Requests or signals that were not answered in time. */
  lost: number;
  duration_ns: number;
}

/** What clients act on. */
export interface World {
  system: System;
  kernel: Kernel;
  network: Network;
  input: Stream;
  signals: Signals;
  /** Makes a client's task and starts it. */
  start(name: string, steps: Steps): Task;
  reports: ClientReport[];
}

const MS = 1_000_000;
const FOREVER = Number.POSITIVE_INFINITY;
const PREFIX_BYTES = 4;
/** Most that a client reads at once. */
const CHUNK_BYTES = 65536;

/** Lines of JSON that the program writes to its standard output. */
export class Lines {
  private readonly system: System;
  private readonly queue = new WaitQueue();
  private readonly lines: Record<string, unknown>[] = [];
  private rest = "";

  constructor(system: System) {
    this.system = system;
  }

  /** Takes what the program has written. */
  take(bytes: Uint8Array): void {
    const parts = (this.rest + new TextDecoder().decode(bytes)).split("\n");
    this.rest = parts.pop()!;
    for (const part of parts) {
      try {
        this.lines.push(JSON.parse(part));
      } catch {
        // Not for a client.
      }
    }
    if (this.lines.length > 0) this.system.wakeAll(this.queue);
  }

  forget(): void {
    this.lines.length = 0;
  }

  /** Waits for a line with `field` for at most `ns`; null: none came. */
  *next(field: string, ns = FOREVER): Steps<Record<string, unknown> | null> {
    const {system} = this;
    let found: Record<string, unknown> | null = null;
    const end_ns = system.kernel.now + ns;
    yield new Call(() => {
      system.charge(system.costs.pipe_ns);
      for (let line = this.lines.shift(); line !== undefined; line = this.lines.shift()) {
        if (!(field in line)) continue;
        found = line;
        return 1;
      }
      return system.expired ? 0 : system.park([this.queue], end_ns, `a line with ${field} of the program`);
    });
    return found;
  }
}

const sleep = (ns: number): Step => new StepOf(Op.sleep, -1, ns);

/** The steps of a client's life. */
export function clientSteps(client: Client, world: World, lines: Lines): Steps {
  return client.kind === "echo" ? echo(client, world, lines) : sender(client, world, lines);
}

/** Ends an arm: a line on the program's standard input. */
const endArm = ({system, input}: World): Step =>
  new Call(() => {
    system.charge(system.costs.pipe_ns);
    return input.write(Uint8Array.of(10));
  });

// ---- echo

function* echo(client: EchoClient, world: World, lines: Lines): Steps {
  const asking = inFull(client);
  const first = yield* lines.next("port");
  const named = first!.port;
  const ports = (Array.isArray(named) ? named : [named]) as number[];
  const sockets = asking.transport === "udp" ? ports.map((port) => connected(world, asking, port)) : [];
  for (;;) {
    const arm = yield* lines.next("spinners");
    const report: ClientReport = {
      client: "echo",
      spinners: arm!.spinners as number,
      latencies_ns: [],
      lost: 0,
      duration_ns: 0
    };
    const finished = new WaitQueue();
    let left = ports.length;
    const begun = world.kernel.now;
    ports.forEach((port, i) => {
      const over = () => {
        if (--left === 0) world.system.wakeAll(finished);
      };
      world.start(`client ${i}`, asker(asking, world, sockets[i] ?? port, report, over));
    });
    yield new Call(() => (left === 0 ? 0 : world.system.park([finished], FOREVER, "its askers")));
    report.duration_ns = world.kernel.now - begun - asking.warm_ms * MS;
    world.reports.push(report);
    yield endArm(world);
  }
}

function connected({system, network}: World, {transport}: Required<EchoClient>, port: number): Socket {
  const type = transport === "udp" ? constants.SOCK_DGRAM : constants.SOCK_STREAM;
  const socket = new Socket(system, network, constants.AF_INET, type);
  socket.connect({family: constants.AF_INET, host: "127.0.0.1", port});
  return socket;
}

/** Asks until the arm is over. `place`: a socket that stays open, or the port to connect to for this arm. */
function* asker(
  asking: Required<EchoClient>,
  world: World,
  place: Socket | number,
  report: ClientReport,
  over: () => void
): Steps {
  const {system, kernel} = world;
  const {transport, requests, pause_ms} = asking;
  let socket = place as Socket;
  if (typeof place === "number")
    yield new Call(() => {
      system.charge(system.costs.socket_connect_ns);
      socket = connected(world, asking, place);
      return 0;
    });
  const exchange = transport === "udp" ? datagrams : messages;
  const ask = exchange(asking, world, socket);
  const warm = kernel.now + asking.warm_ms * MS;
  const end = warm + asking.ask_ms * MS;
  // At least one request counts, however long those before it took.
  let counted = 0;
  for (
    let number = 1;
    (kernel.now < end || counted === 0) && report.latencies_ns.length < requests;
    number++
  ) {
    const asked = kernel.now;
    const answered = yield* ask(number, asked + asking.timeout_ms * MS);
    if (asked >= warm) counted++;
    if (asked >= warm && answered) report.latencies_ns.push(kernel.now - asked);
    else if (!answered && (asked >= warm || transport === "tcp")) report.lost++;
    if (!answered && transport === "tcp") break;
    if (pause_ms > 0) yield sleep(pause_ms * MS);
  }
  if (transport === "tcp")
    yield new Call(() => {
      system.charge(system.costs.system_call_ns);
      socket.close();
      return 0;
    });
  over();
}

/** Sends request `number` and waits for its reply, until the clock is at `end_ns`: whether it came. */
type Ask = (number: number, end_ns: number) => Generator<Step, boolean, number>;

function datagrams({request_bytes}: Required<EchoClient>, {system}: World, socket: Socket): Ask {
  const {costs} = system;
  const packet = new Uint8Array(request_bytes);
  const reply = new Uint8Array(request_bytes);
  let end = 0;
  const send = new Call(() => {
    system.charge(costs.client_ns + costs.socket_send_ns);
    return socket.send(packet, null);
  });
  const receive = new Call(() => {
    system.charge(costs.socket_receive_ns);
    for (;;) {
      const count = socket.receive(reply, 0, null as Address | null);
      if (count === -errors.EAGAIN) return system.expired ? 0 : system.park([socket.readers], end, "a reply");
      if (count < 0 || (reply[0] === packet[0] && reply[1] === packet[1] && reply[2] === packet[2]))
        return count;
    }
  });
  return function* (number, end_ns) {
    for (let i = 0; i < 4; i++) packet[i] = number >>> (8 * i);
    end = end_ns;
    yield send;
    return (yield receive) > 0;
  };
}

function messages(asking: Required<EchoClient>, {system}: World, socket: Socket): Ask {
  const {costs} = system;
  const {prefixed, request_bytes, reply_bytes} = asking;
  const request = new Uint8Array(request_bytes + (prefixed ? PREFIX_BYTES : 0));
  if (prefixed) new DataView(request.buffer).setUint32(0, request_bytes);
  const buffer = new Uint8Array(CHUNK_BYTES);
  let end = 0;
  let sent = 0;
  let left = 0;
  const send = new Call(() => {
    system.charge(costs.socket_send_ns);
    const count = socket.send(request.subarray(sent), null);
    if (count === -errors.EAGAIN)
      return system.expired ? 0 : system.park([socket.writers], end, "room for a request");
    if (count > 0) sent += count;
    return count;
  });
  const receive = new Call(() => {
    system.charge(costs.socket_receive_ns);
    const count = socket.receive(buffer.subarray(0, Math.min(left, buffer.length)), 0, null);
    if (count === -errors.EAGAIN) return system.expired ? 0 : system.park([socket.readers], end, "a reply");
    if (count > 0) left -= count;
    return count;
  });
  const compose = new Call(() => {
    system.charge(costs.client_ns);
    return 0;
  });
  return function* (_number, end_ns) {
    end = end_ns;
    sent = 0;
    left = reply_bytes + (prefixed ? PREFIX_BYTES : 0);
    yield compose;
    while (sent < request.length) if ((yield send) <= 0) return false;
    while (left > 0) if ((yield receive) <= 0) return false;
    return true;
  };
}

// ---- signals

function* sender(client: SignalSender, world: World, lines: Lines): Steps {
  const {kernel, system} = world;
  const {signals: count = 10, cap_ms = 250, gap_ms = 8, gap_per_spinner_ms = 10} = client;
  const kill = new Call(() => {
    system.charge(system.costs.system_call_ns);
    world.signals.send(signals.SIGUSR1);
    return 0;
  });
  for (;;) {
    const arm = yield* lines.next("spinners");
    const spinners = arm!.spinners as number;
    const report: ClientReport = {client: "signals", spinners, latencies_ns: [], lost: 0, duration_ns: 0};
    const begun = kernel.now;
    for (let i = 0; i < count && report.lost === 0; i++) {
      yield sleep((1 + kernel.random.below(gap_ms) + spinners * gap_per_spinner_ms) * MS);
      lines.forget();
      const sent = kernel.now;
      yield kill;
      const stamp = yield* lines.next("monotonic_s", cap_ms * MS);
      if (stamp === null) report.lost++;
      else report.latencies_ns.push(Math.max(0, nanoseconds(stamp.monotonic_s as number) - sent));
    }
    report.duration_ns = kernel.now - begun;
    world.reports.push(report);
    yield endArm(world);
    const over = yield* lines.next("over", 20 * MS);
    if (over !== null) yield kill;
  }
}

/** Whole nanoseconds of a line's seconds, which have nine places. */
function nanoseconds(seconds: number): number {
  const ns = seconds * 1e9 + 0.5;
  return ns - (ns % 1);
}
