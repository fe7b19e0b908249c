/**
 * What differs between operating systems, behind one interface, and the calls that they share. One file for each system:
 * `platform-linux.ts`, `platform-darwin.ts`.
 */
import koffi from "koffi";
import type {Usage} from "../devices.ts";
import type {Sleeper} from "./parking.ts";
import {darwin} from "./platform-darwin.ts";
import {linux} from "./platform-linux.ts";

export interface Platform {
  /** What this system cannot measure or do, in plain words. */
  missing: string[];
  /** Sleeping and waking on words of the shared memory. */
  sleeper(memory: Int32Array): Sleeper;
  /** Restricts all threads of this process to `cores` of the cores it may use. @throws if that is impossible */
  pin(cores: number): void;
  /** The cores that the calling thread may use, by the system's numbers; none where the system does not tell. */
  threadCores(): number[];
  /** Keeps the calling thread, and threads that it starts from then on, on these cores. Answers whether that is possible. */
  pinThread(cores: readonly number[]): boolean;
  /** Of the calling thread; zeros where the system does not tell. */
  threadUsage(): Usage;
  threadTime_ns(): number;
  /** The system's number of the calling thread. */
  threadId(): number;
  /** Waits for descriptors, with a time-out in nanoseconds; `pollfds` as poll(2) has them, two words each. */
  poll(pollfds: Int32Array, count: number, ns: number): number;
  /** Fills `fds` with both ends of a pipe that programs started later do not inherit. */
  pipe(fds: Int32Array): number;
  /** Length and family of a socket address, as the first two bytes hold them. */
  addressHead(family: number, length: number): number;
  constants: Record<string, number>;
}

const systems: Record<string, (libc: Libc) => Platform> = {linux, darwin};

/** Answers of a system call: its value, or the negative error number. */
export function answer(value: number): number {
  return value < 0 ? -koffi.errno() : value;
}

export type Libc = ReturnType<typeof loadLibc>;

/** Calls with the same signature everywhere. A `void *` takes a typed array, also one over shared memory. */
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

let libc: Libc | null = null;
let platform: Platform | null = null;

/** The C library, loaded once a thread. */
export function theLibc(): Libc {
  libc ??= loadLibc();
  return libc;
}

/** The system that this process runs on. @throws on a system without a file here */
export function thePlatform(): Platform {
  const system = systems[process.platform];
  if (!system)
    throw new Error(
      `unknown platform: ${process.platform}; the host machine runs on ${Object.keys(systems).join(", ")}`
    );
  platform ??= system(theLibc());
  return platform;
}

/** Reads `struct rusage` of a 64-bit system: two times of 16 bytes, then 14 longs. */
export function usageOf(libc: Libc, who: number): Usage {
  const longs = new BigInt64Array(18);
  libc.getrusage(who, longs);
  const micros = new Int32Array(longs.buffer);
  return {
    user_us: Number(longs[0]) * 1e6 + micros[2],
    system_us: Number(longs[2]) * 1e6 + micros[6],
    voluntarySwitches: Number(longs[16]),
    involuntarySwitches: Number(longs[17])
  };
}

/** Nanoseconds of a clock of `clock_gettime`. */
export function readClock(libc: Libc, clock: number, time: BigInt64Array): number {
  libc.clock_gettime(clock, time);
  return Number(time[0]) * 1e9 + Number(time[1]);
}
