import {
  AtomicsSleeper,
  TIMED_OUT
} from "./chunk-PC35SSNN.js";

// runtime/machines/host/platform.ts
import koffi from "koffi";

// runtime/machines/host/platform-darwin.ts
import { availableParallelism } from "node:os";
var CLOCK_THREAD_CPUTIME_ID = 16;
var F_SETFD = 2;
var FD_CLOEXEC = 1;
function darwin(libc2) {
  const { library } = libc2;
  const poll = library.func("int poll(void *fds, uint32_t count, int milliseconds)");
  const pipe = library.func("int pipe(void *fds)");
  const threadNumber = library.func("int pthread_threadid_np(void *thread, void *id)");
  const time = new BigInt64Array(2);
  const id = new BigUint64Array(1);
  return {
    missing: [
      "macOS offers no way to pin threads to cores: --cores is refused, and results depend on where the system places them",
      "macOS does not count context switches of one thread: those columns are 0",
      "waits for descriptors end on whole milliseconds"
    ],
    sleeper: (memory) => new AtomicsSleeper(memory),
    threadCores: () => [],
    pinThread: () => false,
    pin(cores) {
      if (cores === availableParallelism()) return;
      throw new Error(`cannot pin to ${cores} cores: macOS offers no way to do it; leave --cores out`);
    },
    threadUsage: () => ({
      user_us: readClock(libc2, CLOCK_THREAD_CPUTIME_ID, time) / 1e3,
      system_us: 0,
      voluntarySwitches: 0,
      involuntarySwitches: 0
    }),
    threadTime_ns: () => readClock(libc2, CLOCK_THREAD_CPUTIME_ID, time),
    threadId() {
      threadNumber(null, id);
      return Number(id[0]);
    },
    poll: (pollfds, count, ns) => answer(poll(pollfds, count, Number.isFinite(ns) ? Math.min(2147483647, Math.ceil(ns / 1e6)) : -1)),
    pipe(fds) {
      const result = answer(pipe(fds));
      if (result === 0) for (const fd of fds) libc2.fcntl(fd, F_SETFD, FD_CLOEXEC);
      return result;
    },
    addressHead: (family, length) => length | family << 8,
    constants: {
      CLOCK_PROCESS_CPUTIME_ID: 12,
      O_NONBLOCK: 4,
      O_CLOEXEC: 16777216,
      O_CREAT: 512,
      O_EXCL: 2048,
      O_TRUNC: 1024,
      O_APPEND: 8,
      AF_UNIX: 1,
      AF_INET: 2,
      AF_INET6: 30,
      SOCK_STREAM: 1,
      SOCK_DGRAM: 2,
      SOL_SOCKET: 65535,
      SO_REUSEADDR: 4,
      SO_ERROR: 4103,
      SO_TYPE: 4104,
      SO_BROADCAST: 32,
      SO_SNDBUF: 4097,
      SO_RCVBUF: 4098,
      SO_KEEPALIVE: 8,
      SO_REUSEPORT: 512,
      IPPROTO_TCP: 6,
      IPPROTO_UDP: 17,
      TCP_NODELAY: 1,
      SOMAXCONN: 128,
      SHUT_RD: 0,
      SHUT_WR: 1,
      SHUT_RDWR: 2,
      MSG_PEEK: 2,
      MSG_DONTWAIT: 128,
      MSG_NOSIGNAL: 524288
    }
  };
}

// runtime/machines/host/platform-linux.ts
import { readdirSync } from "node:fs";
import { constants } from "node:os";
var RUSAGE_THREAD = 1;
var CLOCK_THREAD_CPUTIME_ID2 = 3;
var O_CLOEXEC = 524288;
var FUTEX_WAIT_PRIVATE = 128;
var FUTEX_WAKE_PRIVATE = 129;
var AFFINITY_BYTES = 128;
var FUTEX = { x64: 202, arm64: 98 };
function linux(libc2) {
  const { library } = libc2;
  const gettid = library.func("int gettid()");
  const ppoll = library.func("int ppoll(void *fds, unsigned long count, void *time, void *mask)");
  const pipe2 = library.func("int pipe2(void *fds, int flags)");
  const getAffinity = library.func("int sched_getaffinity(int thread, size_t length, void *mask)");
  const setAffinity = library.func("int sched_setaffinity(int thread, size_t length, void *mask)");
  const time = new BigInt64Array(2);
  return {
    missing: [],
    sleeper: (memory) => new FutexSleeper(libc2, memory),
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
      return [...Array(mask.length * 8).keys()].filter((bit) => mask[bit >> 3] >> (bit & 7) & 1);
    },
    pinThread(cores) {
      const mask = new Uint8Array(AFFINITY_BYTES);
      for (const core of cores) mask[core >> 3] |= 1 << (core & 7);
      return setAffinity(0, AFFINITY_BYTES, mask) >= 0;
    },
    threadUsage: () => usageOf(libc2, RUSAGE_THREAD),
    threadTime_ns: () => readClock(libc2, CLOCK_THREAD_CPUTIME_ID2, time),
    threadId: () => gettid(),
    poll: (pollfds, count, ns) => answer(ppoll(pollfds, count, Number.isFinite(ns) ? timespec(ns) : null, null)),
    pipe: (fds) => answer(pipe2(fds, O_CLOEXEC)),
    addressHead: (family) => family,
    constants: {
      CLOCK_PROCESS_CPUTIME_ID: 2,
      O_NONBLOCK: 2048,
      O_CLOEXEC,
      O_CREAT: 64,
      O_EXCL: 128,
      O_TRUNC: 512,
      O_APPEND: 1024,
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
      MSG_DONTWAIT: 64,
      MSG_NOSIGNAL: 16384
    }
  };
}
function keepLowest(mask, cores) {
  let left = cores;
  for (let bit = 0; bit < mask.length * 8; bit++) {
    const set = mask[bit >> 3] >> (bit & 7) & 1;
    if (set && left-- <= 0) mask[bit >> 3] &= ~(1 << (bit & 7));
  }
  if (left > 0) throw new Error(`invalid number of cores: ${cores}; this process may use ${cores - left}`);
}
function timespec(ns) {
  const seconds = Math.floor(ns / 1e9);
  return BigInt64Array.of(BigInt(seconds), BigInt(Math.floor(ns - seconds * 1e9)));
}
var FutexSleeper = class {
  memory;
  base;
  call;
  number;
  constructor(libc2, memory) {
    this.memory = memory;
    this.number = FUTEX[process.arch];
    this.call = libc2.library.func(
      "long syscall(long n, uintptr_t at, long op, long value, void *time, uintptr_t at2, long value3)"
    );
    const memmove = libc2.library.func("uintptr_t memmove(void *to, void *from, size_t length)");
    this.base = Number(memmove(memory, memory, 0));
  }
  wait(at, expected, ns) {
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
  wake(at, count) {
    this.call(this.number, this.base + at * 4, FUTEX_WAKE_PRIVATE, count, null, 0, 0);
  }
};

// runtime/machines/host/platform.ts
var systems = { linux, darwin };
function answer(value) {
  return value < 0 ? -koffi.errno() : value;
}
function loadLibc() {
  const library = koffi.load(null);
  return {
    library,
    read: library.func("long read(int fd, void *bytes, size_t length)"),
    write: library.func("long write(int fd, void *bytes, size_t length)"),
    open: library.func("int open(const char *path, int flags, ...)"),
    lseek: library.func("long lseek(int fd, long offset, int whence)"),
    close: library.func("int close(int fd)"),
    isatty: library.func("int isatty(int fd)"),
    kill: library.func("int kill(int process, int signal)"),
    signal: library.func("void *signal(int signal, void *handler)"),
    fcntl: library.func("int fcntl(int fd, int command, long argument)"),
    clock_gettime: library.func("int clock_gettime(int clock, void *time)"),
    getrusage: library.func("int getrusage(int who, void *usage)"),
    setitimer: library.func("int setitimer(int which, void *value, void *old)"),
    strerror: library.func("const char *strerror(int error)"),
    exit: library.func("void _exit(int status)"),
    gethostbyname: library.func("void *gethostbyname(const char *name)"),
    socket: library.func("int socket(int family, int type, int protocol)"),
    socketpair: library.func("int socketpair(int family, int type, int protocol, void *fds)"),
    bind: library.func("int bind(int fd, void *address, uint32_t length)"),
    listen: library.func("int listen(int fd, int backlog)"),
    accept: library.func("int accept(int fd, void *address, void *length)"),
    connect: library.func("int connect(int fd, void *address, uint32_t length)"),
    recvfrom: library.func(
      "long recvfrom(int fd, void *bytes, size_t length, int flags, void *address, void *size)"
    ),
    sendto: library.func(
      "long sendto(int fd, void *bytes, size_t length, int flags, void *address, uint32_t size)"
    ),
    shutdown: library.func("int shutdown(int fd, int how)"),
    getsockname: library.func("int getsockname(int fd, void *address, void *length)"),
    getpeername: library.func("int getpeername(int fd, void *address, void *length)"),
    setsockopt: library.func("int setsockopt(int fd, int level, int option, void *value, uint32_t length)"),
    getsockopt: library.func("int getsockopt(int fd, int level, int option, void *value, void *length)")
  };
}
var libc = null;
var platform = null;
function theLibc() {
  libc ??= loadLibc();
  return libc;
}
function thePlatform() {
  const system = systems[process.platform];
  if (!system)
    throw new Error(
      `unknown platform: ${process.platform}; the host machine runs on ${Object.keys(systems).join(", ")}`
    );
  platform ??= system(theLibc());
  return platform;
}
function usageOf(libc2, who) {
  const longs = new BigInt64Array(18);
  libc2.getrusage(who, longs);
  const micros = new Int32Array(longs.buffer);
  return {
    user_us: Number(longs[0]) * 1e6 + micros[2],
    system_us: Number(longs[2]) * 1e6 + micros[6],
    voluntarySwitches: Number(longs[16]),
    involuntarySwitches: Number(longs[17])
  };
}
function readClock(libc2, clock, time) {
  libc2.clock_gettime(clock, time);
  return Number(time[0]) * 1e9 + Number(time[1]);
}

export {
  answer,
  theLibc,
  thePlatform,
  usageOf,
  readClock
};
//# sourceMappingURL=chunk-5KRU3NHS.js.map
