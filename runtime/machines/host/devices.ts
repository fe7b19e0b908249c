import {randomFillSync} from "node:crypto";
import {availableParallelism, constants, hostname} from "node:os";
import {deflateSync, inflateSync, constants as zlib} from "node:zlib";
import koffi from "koffi";
import {
  type Address,
  type Devices,
  DISPOSITION_PENDING,
  type Disposition,
  INTERRUPTED,
  type Inflated,
  POLL_IN,
  POLL_OUT
} from "../devices.ts";
import {SocketAddress} from "./address.ts";
import {answer, type Libc, type Platform, readClock, usageOf} from "./platform.ts";
import type {Waiting} from "./waiting.ts";
import {DISPOSITIONS, SIGNALS_MAX} from "./words.ts";

const CLOCK_REALTIME = 0;
const RUSAGE_SELF = 0;
const F_SETFD = 2;
const F_SETFL = 4;
const FD_CLOEXEC = 1;
const UNCATCHABLE = [constants.signals.SIGKILL, constants.signals.SIGSTOP];
const {EAGAIN, EALREADY, EINPROGRESS, EINTR, EINVAL, EISCONN, ETIMEDOUT} = constants.errno;

/** What the devices of one worker stand on. */
export interface Ground {
  memory: Int32Array;
  libc: Libc;
  platform: Platform;
  waiting: Waiting;
  /** Nanoseconds of the system's monotonic clock. */
  monotonic_ns(): number;
  /** Hands a thread block to a worker. Answers 0, or -EAGAIN when there are too many threads. */
  startThread(t: number): number;
  /** A signal that this process sent itself has arrived. */
  arrive(signal: number): void;
}

/** The operating system, by calls of the C library on the calling thread. Descriptors of sockets never block. */
export function hostDevices(ground: Ground): Devices {
  const {memory, libc, platform, waiting} = ground;
  return {
    errors: constants.errno as unknown as Record<string, number>,
    signals: constants.signals as unknown as Record<string, number>,
    constants: platform.constants,
    errorText: (error) => libc.strerror(error),
    ...clocks(ground),
    sleep: (ns) => waiting.sleep(ns),
    tryLock: (word) => waiting.tryLock(word),
    lock: (word, ns) => waiting.lock(word, ns),
    unlock: (word) => waiting.unlock(word),
    startThread: (t) => ground.startThread(t),
    processId: () => process.pid,
    parentId: () => process.ppid,
    exit: (status) => libc.exit(status),
    hostName: () => hostname(),
    directory: () => process.cwd(),
    threadId: () => platform.threadId(),
    cpuCount: () => availableParallelism(),
    environment: () => process.env as Record<string, string>,
    randomBytes(bytes) {
      randomFillSync(bytes);
    },
    deflate: (bytes, level) => deflateSync(bytes, {level}),
    inflate,
    disposeSignal(number: number, disposition: Disposition) {
      if (!(number > 0 && number < SIGNALS_MAX) || UNCATCHABLE.includes(number)) return -EINVAL;
      Atomics.store(memory, DISPOSITIONS + number, disposition);
      return 0;
    },
    kill(target, signal) {
      const own =
        target === process.pid && Atomics.load(memory, DISPOSITIONS + signal) === DISPOSITION_PENDING;
      if (!own) return answer(libc.kill(target, signal));
      ground.arrive(signal);
      return 0;
    },
    alarm(seconds, interval_s) {
      const old = new BigInt64Array(4);
      libc.setitimer(0, BigInt64Array.of(...timeval(interval_s), ...timeval(seconds)), old);
      return Number(old[2]) + Number(old[3]) / 1e6;
    },
    ...files(ground),
    ...sockets(ground)
  };
}

type Clocks = Pick<Devices, "monotonic_ns" | "realtime_s" | "processTime_ns" | "threadTime_ns" | "usage">;

function clocks({libc, platform, monotonic_ns}: Ground): Clocks {
  const time = new BigInt64Array(2);
  return {
    monotonic_ns,
    realtime_s() {
      libc.clock_gettime(CLOCK_REALTIME, time);
      return Number(time[0]) + Number(time[1]) / 1e9;
    },
    processTime_ns: () => readClock(libc, platform.constants.CLOCK_PROCESS_CPUTIME_ID, time),
    threadTime_ns: () => platform.threadTime_ns(),
    usage: (thread) => (thread ? platform.threadUsage() : usageOf(libc, RUSAGE_SELF))
  };
}

type Files = Pick<Devices, "poll" | "read" | "write" | "close" | "isTerminal" | "pipe">;

function files({libc, platform, waiting}: Ground): Files {
  const ready = oneReady(waiting);
  return {
    poll(fds, events, revents, ns) {
      const pollfds = new Int32Array(fds.length * 2 + 4);
      for (let i = 0; i < fds.length; i++) {
        pollfds[i * 2] = fds[i];
        pollfds[i * 2 + 1] = events[i];
      }
      const count = waiting.poll(pollfds, fds.length, ns);
      for (let i = 0; i < fds.length; i++) revents[i] = pollfds[i * 2 + 1] >>> 16;
      return count;
    },
    read(fd, bytes) {
      for (;;) {
        const waited = ready(fd, POLL_IN, Number.POSITIVE_INFINITY);
        if (waited < 0) return waited;
        const count = answer(libc.read(fd, bytes, bytes.length));
        if (count !== -EAGAIN && count !== -EINTR) return count;
      }
    },
    write(fd, bytes) {
      for (let done = 0; done < bytes.length; ) {
        const count = answer(libc.write(fd, bytes.subarray(done), bytes.length - done));
        if (count >= 0) done += count;
        else if (count !== -EAGAIN && count !== -EINTR) return count;
        else if (ready(fd, POLL_OUT, Number.POSITIVE_INFINITY) === INTERRUPTED)
          return done > 0 ? done : INTERRUPTED;
      }
      return bytes.length;
    },
    close: (fd) => answer(libc.close(fd)),
    isTerminal: (fd) => libc.isatty(fd) === 1,
    pipe: (fds) => platform.pipe(fds)
  };
}

type Sockets = Pick<
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

function sockets({libc, platform, waiting, monotonic_ns}: Ground): Sockets {
  const ready = oneReady(waiting);
  const address = new SocketAddress(platform);
  const {O_NONBLOCK, SOL_SOCKET, SO_ERROR, MSG_NOSIGNAL} = platform.constants;

  function prepare(fd: number): number {
    if (fd < 0) return fd;
    libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
    libc.fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
  }

  /** Repeats `attempt` until it need not wait for `events` any more, for at most `ns`. */
  function patient(fd: number, events: number, ns: number, attempt: () => number): number {
    const end_ns = monotonic_ns() + ns;
    for (;;) {
      const result = answer(attempt());
      if (result === -EINTR) continue;
      if (result !== -EAGAIN || ns === 0) return result;
      const waited = ready(fd, events, Math.max(0, end_ns - monotonic_ns()));
      if (waited < 0) return waited;
      if (waited === 0) return -ETIMEDOUT;
    }
  }

  function option(fd: number, level: number, name: number): number {
    const value = new Int32Array(1);
    const result = answer(libc.getsockopt(fd, level, name, value, Uint32Array.of(4)));
    return result < 0 ? result : value[0];
  }

  function nameBy(
    call: (fd: number, bytes: Uint8Array, length: Uint32Array) => number,
    fd: number,
    name: Address
  ): number {
    address.clear();
    const result = answer(call(fd, address.bytes, address.length));
    if (result === 0) address.decode(name);
    return result;
  }

  return {
    socket: (family, type, protocol) => prepare(answer(libc.socket(family, type, protocol))),
    socketPair(family, type, protocol, fds) {
      const result = answer(libc.socketpair(family, type, protocol, fds));
      if (result === 0) for (const fd of fds) prepare(fd);
      return result;
    },
    bind: (fd, to) =>
      address.encode(to) ? answer(libc.bind(fd, address.bytes, address.length[0])) : -EINVAL,
    listen: (fd, backlog) => answer(libc.listen(fd, backlog)),
    accept(fd, from, ns) {
      const accepted = patient(fd, POLL_IN, ns, () => libc.accept(fd, address.clear().bytes, address.length));
      if (accepted >= 0) address.decode(from);
      return prepare(accepted);
    },
    connect(fd, to, ns) {
      if (!address.encode(to)) return -EINVAL;
      const result = answer(libc.connect(fd, address.bytes, address.length[0]));
      if (result === -EISCONN) return 0;
      if ((result !== -EINPROGRESS && result !== -EALREADY) || ns === 0) return result;
      const waited = ready(fd, POLL_OUT, ns);
      if (waited <= 0) return waited === 0 ? -ETIMEDOUT : waited;
      return -option(fd, SOL_SOCKET, SO_ERROR);
    },
    receive(fd, bytes, flags, from, ns) {
      const count = patient(fd, POLL_IN, ns, () =>
        from
          ? libc.recvfrom(fd, bytes, bytes.length, flags, address.clear().bytes, address.length)
          : libc.recvfrom(fd, bytes, bytes.length, flags, null, null)
      );
      if (from && count >= 0) address.decode(from);
      return count;
    },
    send(fd, bytes, flags, to, ns) {
      if (to && !address.encode(to)) return -EINVAL;
      return patient(fd, POLL_OUT, ns, () =>
        libc.sendto(
          fd,
          bytes,
          bytes.length,
          flags | MSG_NOSIGNAL,
          to ? address.bytes : null,
          to ? address.length[0] : 0
        )
      );
    },
    shutdown: (fd, how) => answer(libc.shutdown(fd, how)),
    socketName: (fd, name) => nameBy(libc.getsockname, fd, name),
    peerName: (fd, name) => nameBy(libc.getpeername, fd, name),
    setOption: (fd, level, name, value) => answer(libc.setsockopt(fd, level, name, Int32Array.of(value), 4)),
    getOption(fd, level, name, value) {
      const result = option(fd, level, name);
      if (result >= 0) value[0] = result;
      return Math.min(result, 0);
    },
    resolve: (name, found) => resolveName(libc, name, found)
  };
}

/** Waits until one descriptor is ready. Answers its `revents`, 0 when the time has passed, or INTERRUPTED. */
function oneReady(waiting: Waiting): (fd: number, events: number, ns: number) => number {
  const pollfds = new Int32Array(6);
  return (fd, events, ns) => {
    pollfds[0] = fd;
    pollfds[1] = events;
    return waiting.poll(pollfds, 1, ns);
  };
}

const hostent = koffi.struct({
  name: "char *",
  aliases: "void *",
  family: "int",
  length: "int",
  addresses: "void *"
});

function resolveName(libc: Libc, name: string, found: Address): number {
  if (/^\d+(\.\d+){3}$/.test(name)) found.host = name;
  else if (name === "") found.host = "0.0.0.0";
  else {
    const entry = libc.gethostbyname(name);
    if (!entry) return -constants.errno.ENOENT;
    const {addresses} = koffi.decode(entry, hostent);
    const first = koffi.decode(addresses, "void *");
    found.host = Array.from(koffi.decode(first, koffi.array("uint8_t", 4))).join(".");
  }
  return 0;
}

/** The engine tells how far a stream reached, and at its end nothing more may follow: so cut input is tried leniently. */
function inflate(bytes: Uint8Array): Inflated | null {
  const attempt = (finishFlush: number) => {
    const {buffer, engine} = inflateSync(bytes, {finishFlush, info: true}) as unknown as {
      buffer: Uint8Array;
      engine: {bytesWritten: number};
    };
    return {bytes: buffer, used: engine.bytesWritten};
  };
  try {
    return {...attempt(zlib.Z_FINISH), complete: true};
  } catch {
    try {
      return {...attempt(zlib.Z_SYNC_FLUSH), complete: false};
    } catch {
      return null;
    }
  }
}

function timeval(seconds: number): [bigint, bigint] {
  const whole = Math.floor(seconds);
  return [BigInt(whole), BigInt(Math.round((seconds - whole) * 1e6))];
}
