import {readdirSync} from "node:fs";
import {constants} from "node:os";
import {TIMED_OUT} from "../steps.ts";
import type {Sleeper} from "./parking.ts";
import {answer, type Libc, type Platform, readClock, usageOf} from "./platform.ts";

const RUSAGE_THREAD = 1;
const CLOCK_THREAD_CPUTIME_ID = 3;
const O_CLOEXEC = 0o2000000;
const FUTEX_WAIT_PRIVATE = 128;
const FUTEX_WAKE_PRIVATE = 129;
const AFFINITY_BYTES = 128;
const FUTEX: Record<string, number> = {x64: 202, arm64: 98};

/** Linux 2.6.26 or later on x64 or arm64. */
export function linux(libc: Libc): Platform {
  const {library} = libc;
  const gettid = library.func("int gettid()");
  const ppoll = library.func("int ppoll(void *fds, unsigned long count, void *time, void *mask)");
  const pipe2 = library.func("int pipe2(void *fds, int flags)");
  const getAffinity = library.func("int sched_getaffinity(int thread, size_t length, void *mask)");
  const setAffinity = library.func("int sched_setaffinity(int thread, size_t length, void *mask)");
  const time = new BigInt64Array(2);
  return {
    missing: [],
    sleeper: (memory) => new FutexSleeper(libc, memory),
    pin(cores) {
      const mask = new Uint8Array(AFFINITY_BYTES);
      if (getAffinity(0, AFFINITY_BYTES, mask) < 0)
        throw new Error("cannot read which cores this process may use");
      keepLowest(mask, cores);
      for (const thread of readdirSync("/proc/self/task")) {
        if (setAffinity(Number(thread), AFFINITY_BYTES, mask) < 0)
          throw new Error(`cannot pin this process to ${cores} cores`);
      }
    },
    threadCores() {
      const mask = new Uint8Array(AFFINITY_BYTES);
      if (getAffinity(0, AFFINITY_BYTES, mask) < 0) return [];
      return [...Array(mask.length * 8).keys()].filter((bit) => (mask[bit >> 3] >> (bit & 7)) & 1);
    },
    pinThread(cores) {
      const mask = new Uint8Array(AFFINITY_BYTES);
      for (const core of cores) mask[core >> 3] |= 1 << (core & 7);
      return setAffinity(0, AFFINITY_BYTES, mask) >= 0;
    },
    threadUsage: () => usageOf(libc, RUSAGE_THREAD),
    threadTime_ns: () => readClock(libc, CLOCK_THREAD_CPUTIME_ID, time),
    threadId: () => gettid(),
    poll: (pollfds, count, ns) =>
      answer(ppoll(pollfds, count, Number.isFinite(ns) ? timespec(ns) : null, null)),
    pipe: (fds) => answer(pipe2(fds, O_CLOEXEC)),
    addressHead: (family) => family,
    constants: {
      CLOCK_PROCESS_CPUTIME_ID: 2,
      O_NONBLOCK: 0o4000,
      O_CLOEXEC,
      O_CREAT: 0o100,
      O_EXCL: 0o200,
      O_TRUNC: 0o1000,
      O_APPEND: 0o2000,
      AF_UNIX: 1,
      AF_INET: 2,
      AF_INET6: 10,
      SOCK_STREAM: 1,
      SOCK_DGRAM: 2,
      SOL_SOCKET: 1,
      SO_REUSEADDR: 2,
      SO_ERROR: 4,
      SO_TYPE: 3,
      SO_BROADCAST: 6,
      SO_SNDBUF: 7,
      SO_RCVBUF: 8,
      SO_KEEPALIVE: 9,
      SO_REUSEPORT: 15,
      IPPROTO_TCP: 6,
      IPPROTO_UDP: 17,
      TCP_NODELAY: 1,
      SOMAXCONN: 4096,
      SHUT_RD: 0,
      SHUT_WR: 1,
      SHUT_RDWR: 2,
      MSG_PEEK: 2,
      MSG_DONTWAIT: 0x40,
      MSG_NOSIGNAL: 0x4000
    }
  };
}

/** Clears all but the `cores` lowest bits of an affinity mask. @throws if it has fewer */
function keepLowest(mask: Uint8Array, cores: number): void {
  let left = cores;
  for (let bit = 0; bit < mask.length * 8; bit++) {
    const set = (mask[bit >> 3] >> (bit & 7)) & 1;
    if (set && left-- <= 0) mask[bit >> 3] &= ~(1 << (bit & 7));
  }
  if (left > 0) throw new Error(`invalid number of cores: ${cores}; this process may use ${cores - left}`);
}

function timespec(ns: number): BigInt64Array {
  const seconds = Math.floor(ns / 1e9);
  return BigInt64Array.of(BigInt(seconds), BigInt(Math.floor(ns - seconds * 1e9)));
}

/** Sleeping by futex(2), as the C library's own locks do: threads that use different words do not meet. */
class FutexSleeper implements Sleeper {
  private readonly memory: Int32Array;
  private readonly base: number;
  private readonly call: (
    n: number,
    at: number,
    op: number,
    value: number,
    time: BigInt64Array | null,
    at2: number,
    value3: number
  ) => number;
  private readonly number: number;

  constructor(libc: Libc, memory: Int32Array) {
    this.memory = memory;
    this.number = FUTEX[process.arch];
    this.call = libc.library.func(
      "long syscall(long n, uintptr_t at, long op, long value, void *time, uintptr_t at2, long value3)"
    );
    // memmove answers its first argument: the address that koffi passed for the array
    const memmove = libc.library.func("uintptr_t memmove(void *to, void *from, size_t length)");
    this.base = Number(memmove(memory, memory, 0));
  }

  wait(at: number, expected: number, ns: number): number {
    const address = this.base + at * 4;
    if (!Number.isFinite(ns)) {
      this.call(this.number, address, FUTEX_WAIT_PRIVATE, expected, null, 0, 0);
      return 0;
    }
    const end = performance.now() + ns / 1e6;
    for (let left = ns; left > 0; left = (end - performance.now()) * 1e6) {
      const result = answer(
        this.call(this.number, address, FUTEX_WAIT_PRIVATE, expected, timespec(left), 0, 0)
      );
      if (result === -constants.errno.ETIMEDOUT) return TIMED_OUT;
      if (result !== -constants.errno.EINTR || Atomics.load(this.memory, at) !== expected) return 0;
    }
    return TIMED_OUT;
  }

  wake(at: number, count: number): void {
    this.call(this.number, this.base + at * 4, FUTEX_WAKE_PRIVATE, count, null, 0, 0);
  }
}
