/** Sockets of the simulated system: datagrams and connections on the loopback interface, and pairs. */
import {type Address, type Devices, POLL_HANGUP, POLL_IN, POLL_OUT} from "../../devices.ts";
import {Over, type System} from "../system.ts";
import {WaitQueue} from "../wait-queue.ts";
import type {Descriptors, File} from "./descriptors.ts";
import {constants, errors} from "./linux.ts";
import {Stream} from "./streams.ts";

const {AF_INET, AF_UNIX, SOCK_STREAM, SOCK_DGRAM, MSG_PEEK, MSG_DONTWAIT, SHUT_RD, SHUT_WR} = constants;
const {SOL_SOCKET, SO_ERROR, SO_TYPE, SO_SNDBUF, SO_RCVBUF} = constants;
/** What options are until a program sets them: net.core.wmem_default and rmem_default. */
const OPTIONS_DEFAULT = new Map([
  [SO_SNDBUF, 212992],
  [SO_RCVBUF, 212992]
]);
/** Datagrams that wait at a socket at most; more are lost, as where a receive buffer of 208 KiB is full. */
const DATAGRAMS = 256;
const DATAGRAM_BYTES = 65507;
/** First port that the system chooses: ip_local_port_range. */
const FIRST_PORT = 32768;
const LAST_PORT = 60999;

export interface Datagram {
  bytes: Uint8Array;
  from: Address;
}

/** The loopback interface: who is bound to which address. */
export class Network {
  private readonly bound = new Map<string | number, Socket>();
  private nextPort = FIRST_PORT;

  private key(type: number, {family, host, port}: Address): string | number {
    return family === AF_UNIX ? `${type} ${host}` : portKey(type, port);
  }

  find(type: number, address: Address): Socket | null {
    const socket = this.bound.get(this.key(type, address));
    if (!socket || address.family === AF_UNIX || socket.local.host === "0.0.0.0") return socket ?? null;
    return socket.local.host === address.host ? socket : null;
  }

  bind(socket: Socket, address: Address): number {
    const {type} = socket;
    const wanted = {...address};
    if (wanted.family === AF_INET && wanted.port === 0) wanted.port = this.freePort(type);
    if (wanted.port < 0 || this.bound.has(this.key(type, wanted))) return -errors.EADDRINUSE;
    this.bound.set(this.key(type, wanted), socket);
    socket.local = wanted;
    socket.isBound = true;
    return 0;
  }

  freePort(type: number): number {
    for (let tries = FIRST_PORT; tries <= LAST_PORT; tries++) {
      const port = this.nextPort;
      this.nextPort = port === LAST_PORT ? FIRST_PORT : port + 1;
      if (!this.bound.has(portKey(type, port))) return port;
    }
    return -1;
  }

  release(socket: Socket): void {
    const key = this.key(socket.type, socket.local);
    if (this.bound.get(key) === socket) this.bound.delete(key);
  }
}

const portKey = (type: number, port: number) => type * 65536 + port;

const isLocal = (host: string) => host.startsWith("127.") || host === "0.0.0.0";
const isNumeric = (host: string) => {
  const numbers = host.split(".");
  return numbers.length === 4 && numbers.every((n) => /^\d+$/.test(n) && Number(n) <= 255);
};

/** Ends the run: a program that waits for the world would wait for ever. */
function notSimulated(address: string): never {
  throw new Over(
    `address not simulated: ${address}; programs reach 127.0.0.1 and what listens there in the run`
  );
}

/** @throws Over for an address outside of the simulation */
function checkSimulated({family, host, port}: Address): number {
  if (family === AF_UNIX || host === "127.0.0.1") return 0;
  if (!isNumeric(host)) return -errors.EINVAL;
  if (isLocal(host)) return 0;
  return notSimulated(`${host}:${port}`);
}

export class Socket implements File {
  readonly readers = new WaitQueue();
  readonly writers = new WaitQueue();
  readonly family: number;
  readonly type: number;
  local: Address;
  isBound = false;
  peer: Address | null = null;
  error = 0;
  readonly options = new Map<number, number>();
  private readonly system: System;
  private readonly network: Network;
  /** Datagrams that have arrived. */
  private readonly arrived: Datagram[] = [];
  /** Connections that wait to be accepted, and how many may; -1: it does not listen. */
  private readonly pending: Socket[] = [];
  private backlog = -1;
  /** Both directions of a connection. */
  private incoming: Stream | null = null;
  private outgoing: Stream | null = null;
  private readingOver = false;
  private writingOver = false;

  constructor(system: System, network: Network, family: number, type: number) {
    this.system = system;
    this.network = network;
    this.family = family;
    this.type = type;
    this.local = {family, host: family === AF_UNIX ? "" : "0.0.0.0", port: 0};
  }

  // ---- files

  ready(): number {
    if (this.backlog >= 0) return this.pending.length > 0 ? POLL_IN : 0;
    if (this.type === SOCK_DGRAM) return POLL_OUT | (this.arrived.length > 0 ? POLL_IN : 0);
    const {incoming, outgoing} = this;
    if (incoming === null || outgoing === null) return POLL_OUT | POLL_HANGUP;
    const readable = incoming.length > 0 || incoming.ended || this.readingOver;
    const hangup = incoming.ended && outgoing.ended ? POLL_HANGUP : 0;
    return (readable ? POLL_IN : 0) | (outgoing.room > 0 || outgoing.abandoned ? POLL_OUT : 0) | hangup;
  }

  read(bytes: Uint8Array): number {
    return this.receive(bytes, 0, null);
  }

  write(bytes: Uint8Array): number {
    return this.send(bytes, null);
  }

  close(): void {
    this.network.release(this);
    this.outgoing?.end();
    this.incoming?.abandon();
    for (const socket of this.pending) socket.close();
    this.system.wakeAll(this.readers);
  }

  // ---- names

  bind(address: Address): number {
    const known = checkSimulated(address);
    if (known < 0) return known;
    return this.isBound ? -errors.EINVAL : this.network.bind(this, address);
  }

  private bindAnywhere(): number {
    if (this.isBound || this.family === AF_UNIX) return 0;
    return this.network.bind(this, {family: AF_INET, host: "127.0.0.1", port: 0});
  }

  // ---- connections

  listen(backlog: number): number {
    if (this.type !== SOCK_STREAM) return -errors.EOPNOTSUPP;
    if (this.family === AF_INET && !this.isBound) this.network.bind(this, {...this.local, port: 0});
    this.backlog = Math.max(1, backlog);
    return 0;
  }

  accept(): Socket | number {
    if (this.backlog < 0) return -errors.EINVAL;
    return this.pending.shift() ?? -errors.EAGAIN;
  }

  /** Connects at once: the handshake needs no thread of the listener. */
  connect(address: Address): number {
    const known = checkSimulated(address);
    if (known < 0) return known;
    if (this.type === SOCK_DGRAM) {
      this.bindAnywhere();
      this.peer = {...address};
      return 0;
    }
    if (this.incoming !== null) return -errors.EISCONN;
    const listener = this.network.find(SOCK_STREAM, address);
    if (listener === null || listener.backlog < 0)
      return this.family === AF_UNIX ? -errors.ENOENT : -errors.ECONNREFUSED;
    if (listener.pending.length > listener.backlog) return -errors.EAGAIN;
    this.bindAnywhere();
    const other = new Socket(this.system, this.network, this.family, this.type);
    other.local = {...address, host: address.host === "0.0.0.0" ? "127.0.0.1" : address.host};
    this.join(other);
    this.peer = other.local;
    other.peer = this.local;
    listener.pending.push(other);
    this.system.wakeAll(listener.readers);
    return 0;
  }

  /** Makes this and `other` the ends of a connection. */
  join(other: Socket): void {
    const [there, back] = [new Stream(this.system), new Stream(this.system)];
    this.adopt(back, there);
    other.adopt(there, back);
  }

  private adopt(incoming: Stream, outgoing: Stream): void {
    this.incoming = incoming;
    this.outgoing = outgoing;
    // Who waits for the socket waits for its streams.
    (this as {readers: WaitQueue}).readers = incoming.readers;
    (this as {writers: WaitQueue}).writers = outgoing.writers;
  }

  shutdown(how: number): number {
    if (this.incoming === null || this.outgoing === null) return -errors.ENOTCONN;
    if (how !== SHUT_WR) {
      this.readingOver = true;
      this.incoming.end();
    }
    if (how !== SHUT_RD) {
      this.writingOver = true;
      this.outgoing.end();
    }
    return 0;
  }

  // ---- data

  receive(bytes: Uint8Array, flags: number, from: Address | null): number {
    if (this.type === SOCK_DGRAM) return this.receiveDatagram(bytes, flags, from);
    if (this.incoming === null) return -errors.ENOTCONN;
    if (from !== null && this.peer !== null) Object.assign(from, this.peer);
    return this.incoming.read(bytes, (flags & MSG_PEEK) !== 0);
  }

  private receiveDatagram(bytes: Uint8Array, flags: number, from: Address | null): number {
    const datagram = this.arrived[0];
    if (datagram === undefined) {
      const {error} = this;
      this.error = 0;
      return error === 0 ? -errors.EAGAIN : -error;
    }
    if ((flags & MSG_PEEK) === 0) this.arrived.shift();
    const sent = datagram.bytes;
    const count = Math.min(bytes.length, sent.length);
    bytes.set(count === sent.length ? sent : sent.subarray(0, count));
    if (from !== null) copyAddress(datagram.from, from);
    return count;
  }

  send(bytes: Uint8Array, to: Address | null): number {
    if (this.type === SOCK_DGRAM) return this.sendDatagram(bytes, to);
    if (this.outgoing === null) return -errors.EPIPE;
    return this.writingOver ? -errors.EPIPE : this.outgoing.write(bytes);
  }

  private sendDatagram(bytes: Uint8Array, to: Address | null): number {
    const target = to ?? this.peer;
    if (target === null) return -errors.EDESTADDRREQ;
    const known = checkSimulated(target);
    if (known < 0) return known;
    if (bytes.length > DATAGRAM_BYTES) return -errors.EMSGSIZE;
    this.bindAnywhere();
    const receiver = this.network.find(SOCK_DGRAM, target);
    if (receiver === null) {
      // A connected socket learns that nobody is there by the answer of the system.
      if (this.peer !== null) this.error = errors.ECONNREFUSED;
      return this.family === AF_UNIX ? -errors.ENOENT : bytes.length;
    }
    receiver.arrive(bytes, this.local);
    return bytes.length;
  }

  private arrive(bytes: Uint8Array, from: Address): void {
    if (this.arrived.length === DATAGRAMS) return;
    const {family, host, port} = from;
    const known = host === "0.0.0.0" ? {family, host: "127.0.0.1", port} : from;
    this.arrived.push({bytes: bytes.slice(), from: known});
    this.system.wakeOne(this.readers);
  }
}

function copyAddress({family, host, port}: Address, to: Address): void {
  to.family = family;
  to.host = host;
  to.port = port;
}

type Calls = Pick<
  Devices,
  | "socket"
  | "socketPair"
  | "bind"
  | "listen"
  | "accept"
  | "connect"
  | "receive"
  | "send"
  | "shutdown"
  | "socketName"
  | "peerName"
  | "setOption"
  | "getOption"
  | "resolve"
>;

/** The calls by descriptor. */
export function sockets(system: System, descriptors: Descriptors, network: Network): Calls {
  const {costs} = system;

  /** `use` with the socket of a descriptor, or the error. */
  function by(fd: number, use: (socket: Socket) => number, ns = costs.system_call_ns): number {
    system.charge(ns);
    const file = descriptors.get(fd);
    if (file === null) return -errors.EBADF;
    return file instanceof Socket ? use(file) : -errors.ENOTSOCK;
  }

  function supported(family: number, type: number): number {
    if (family !== AF_INET && family !== AF_UNIX) return -errors.EAFNOSUPPORT;
    return type === SOCK_STREAM || type === SOCK_DGRAM ? 0 : -errors.EPROTONOSUPPORT;
  }

  return {
    socket(family, type) {
      system.charge(costs.system_call_ns);
      const known = supported(family, type);
      return known < 0 ? known : descriptors.add(new Socket(system, network, family, type));
    },
    socketPair(family, type, _protocol, fds) {
      system.charge(costs.system_call_ns);
      if (family !== AF_UNIX || type !== SOCK_STREAM) return -errors.EOPNOTSUPP;
      const [a, b] = [0, 1].map(() => new Socket(system, network, family, type));
      a.join(b);
      a.peer = b.local;
      b.peer = a.local;
      fds[0] = descriptors.add(a);
      fds[1] = descriptors.add(b);
      return 0;
    },
    bind: (fd, address) => by(fd, (socket) => socket.bind(address)),
    listen: (fd, backlog) => by(fd, (socket) => socket.listen(backlog)),
    accept(fd, address, ns) {
      const attempt = (socket: Socket) => {
        const accepted = socket.accept();
        if (typeof accepted === "number") return accepted;
        Object.assign(address, accepted.peer);
        return descriptors.add(accepted);
      };
      const use = (socket: Socket) => descriptors.patient(fd, socket, POLL_IN, ns, () => attempt(socket));
      return by(fd, use, costs.socket_connect_ns);
    },
    connect: (fd, address) => by(fd, (socket) => socket.connect(address), costs.socket_connect_ns),
    receive(fd, bytes, flags, from, ns) {
      const patience = (flags & MSG_DONTWAIT) !== 0 ? 0 : ns;
      return by(
        fd,
        (socket) =>
          descriptors.patient(fd, socket, POLL_IN, patience, () => socket.receive(bytes, flags, from)),
        costs.socket_receive_ns
      );
    },
    send(fd, bytes, flags, to, ns) {
      const patience = (flags & MSG_DONTWAIT) !== 0 ? 0 : ns;
      return by(
        fd,
        (socket) => descriptors.patient(fd, socket, POLL_OUT, patience, () => socket.send(bytes, to)),
        costs.socket_send_ns
      );
    },
    shutdown: (fd, how) => by(fd, (socket) => socket.shutdown(how)),
    socketName: (fd, address) =>
      by(fd, (socket) => {
        Object.assign(address, socket.local);
        return 0;
      }),
    peerName: (fd, address) =>
      by(fd, (socket) => {
        if (socket.peer === null) return -errors.ENOTCONN;
        Object.assign(address, socket.peer);
        return 0;
      }),
    setOption: (fd, level, option, value) =>
      by(fd, (socket) => {
        socket.options.set(optionKey(level, option), value);
        return 0;
      }),
    getOption: (fd, level, option, value) =>
      by(fd, (socket) => {
        value[0] = readOption(socket, level, option);
        return 0;
      }),
    resolve(name, address) {
      system.charge(costs.system_call_ns);
      const known: Record<string, string> = {"": "0.0.0.0", localhost: "127.0.0.1", simulated: "127.0.0.1"};
      const host = isNumeric(name) ? name : known[name];
      // Names that never stand for an address: RFC 2606.
      if (host === undefined && /(^|\.)invalid$/.test(name)) return -errors.ENOENT;
      address.host = host ?? notSimulated(name);
      return 0;
    }
  };
}

const optionKey = (level: number, option: number) => level * 65536 + option;

function readOption(socket: Socket, level: number, option: number): number {
  if (level === SOL_SOCKET && option === SO_TYPE) return socket.type;
  if (level === SOL_SOCKET && option === SO_ERROR) {
    const {error} = socket;
    socket.error = 0;
    return error;
  }
  const set = socket.options.get(optionKey(level, option));
  return set ?? (level === SOL_SOCKET ? OPTIONS_DEFAULT.get(option) : undefined) ?? 0;
}
