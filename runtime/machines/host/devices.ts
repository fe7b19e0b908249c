import {randomFillSync} from "node:crypto";
import {availableParallelism, constants, hostname} from "node:os";
import {deflateSync} from "node:zlib";
import {lockCounts} from "../../trace/statistics.ts";
import {
  type Devices,
  DISPOSITION_PENDING,
  type Disposition,
  INTERRUPTED,
  POLL_IN,
  POLL_OUT
} from "../devices.ts";
import {files} from "./files.ts";
import {answer, type Libc, type Platform, readClock, usageOf} from "./platform.ts";
import {sockets} from "./sockets.ts";
import {oneReady, type Waiting} from "./waiting.ts";
import {DISPOSITIONS, SIGNALS_MAX} from "./words.ts";
import {inflate} from "./zlib.ts";

const CLOCK_REALTIME = 0;
const RUSAGE_SELF = 0;
const UNCATCHABLE = [constants.signals.SIGKILL, constants.signals.SIGSTOP];
const {EAGAIN, EINTR, EINVAL} = constants.errno;

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
    system: process.platform,
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
    work() {
      // It has taken its time.
    },
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
    lockCounts: () => lockCounts(ground.memory),
    ...descriptors(ground),
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

type Descriptors = Pick<Devices, "poll" | "read" | "write" | "close" | "isTerminal" | "pipe">;

function descriptors({libc, platform, waiting}: Ground): Descriptors {
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

function timeval(seconds: number): [bigint, bigint] {
  const whole = Math.floor(seconds);
  return [BigInt(whole), BigInt(Math.round((seconds - whole) * 1e6))];
}
