import {availableParallelism} from "node:os";
import {AtomicsSleeper} from "./parking.ts";
import {answer, type Libc, type Platform, readClock} from "./platform.ts";

const CLOCK_THREAD_CPUTIME_ID = 16;
const F_SETFD = 2;
const FD_CLOEXEC = 1;

/** macOS. It has no public call that pins a thread to a core or counts one thread's context switches. */
export function darwin(libc: Libc): Platform {
  const {library} = libc;
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
      user_us: readClock(libc, CLOCK_THREAD_CPUTIME_ID, time) / 1000,
      system_us: 0,
      voluntarySwitches: 0,
      involuntarySwitches: 0
    }),
    threadTime_ns: () => readClock(libc, CLOCK_THREAD_CPUTIME_ID, time),
    threadId() {
      threadNumber(null, id);
      return Number(id[0]);
    },
    poll: (pollfds, count, ns) =>
      answer(poll(pollfds, count, Number.isFinite(ns) ? Math.min(0x7fffffff, Math.ceil(ns / 1e6)) : -1)),
    pipe(fds) {
      const result = answer(pipe(fds));
      if (result === 0) for (const fd of fds) libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
      return result;
    },
    addressHead: (family, length) => length | (family << 8),
    constants: {
      CLOCK_PROCESS_CPUTIME_ID: 12,
      O_NONBLOCK: 4,
      O_CLOEXEC: 0x1000000,
      O_CREAT: 0x200,
      O_EXCL: 0x800,
      O_TRUNC: 0x400,
      O_APPEND: 8,
      AF_UNIX: 1,
      AF_INET: 2,
      AF_INET6: 30,
      SOCK_STREAM: 1,
      SOCK_DGRAM: 2,
      SOL_SOCKET: 0xffff,
      SO_REUSEADDR: 4,
      SO_ERROR: 0x1007,
      SO_TYPE: 0x1008,
      SO_BROADCAST: 0x20,
      SO_SNDBUF: 0x1001,
      SO_RCVBUF: 0x1002,
      SO_KEEPALIVE: 8,
      SO_REUSEPORT: 0x200,
      IPPROTO_TCP: 6,
      IPPROTO_UDP: 17,
      TCP_NODELAY: 1,
      SOMAXCONN: 128,
      SHUT_RD: 0,
      SHUT_WR: 1,
      SHUT_RDWR: 2,
      MSG_PEEK: 2,
      MSG_DONTWAIT: 0x80,
      MSG_NOSIGNAL: 0x80000
    }
  };
}
