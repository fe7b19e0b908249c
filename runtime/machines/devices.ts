/**
 * How library modules reach the operating system. A machine implements it: `host` with system calls, others with
 * a model.
 *
 * Every method acts at once on the calling thread. Answers are numbers of 0 or more; a failure is the negative of
 * an error number of `errors`. Methods marked "blocks" may wait and are called without the interpreter lock, as a
 * thread's blocking operation; on the main thread they answer INTERRUPTED when a signal arrives, and the caller
 * calls again after the handler, with the time that is left.
 */
export interface Devices {
  /** Name of the system, as `sys.platform` has it: `linux`, `darwin`. */
  system: string;
  /** Error numbers of this system by name, such as `ECONNREFUSED`. */
  errors: Record<string, number>;
  /** Signal numbers of this system by name, such as `SIGINT`. */
  signals: Record<string, number>;
  /** Numbers of this system that socket programs name: `AF_INET`, `SOCK_DGRAM`, `SO_REUSEADDR`, ... */
  constants: Record<string, number>;
  /** The system's text for an error number, such as "Connection refused". */
  errorText(error: number): string;

  // ---- time: nanoseconds unless the name says otherwise
  /** Of the system's monotonic clock, which all processes share. */
  monotonic_ns(): number;
  /** Since 1970, in seconds. */
  realtime_s(): number;
  /** CPU time of the whole process. */
  processTime_ns(): number;
  /** CPU time of the calling thread. */
  threadTime_ns(): number;
  /** Of the whole process so far, or of the calling thread. */
  usage(thread: boolean): Usage;
  /**
   * What all threads together did to the interpreter lock so far: acquisitions, waits, wakings in vain, requests to drop it,
   * and, where the machine counts them, system calls at locks.
   */
  lockCounts?(): number[];
  /** Blocks. Answers 0, or INTERRUPTED before the time is up. */
  sleep(ns: number): number;

  // ---- Python's locks: two words, state (0 free, 1 taken) and number of waiting threads
  /** Takes the lock at `word` if it is free. Answers 1, or 0. */
  tryLock(word: number): number;
  /** Blocks until the lock at `word` is taken or `ns` have passed (Infinity: never). Answers 1, or 0. */
  lock(word: number, ns: number): number;
  /** Frees the lock at `word` and wakes a waiting thread, if there is one. */
  unlock(word: number): void;

  // ---- threads and process
  /** Runs the thread whose block is prepared at `t` on a thread of the machine. */
  startThread(t: number): number;
  processId(): number;
  parentId(): number;
  /** Ends the process at once. */
  exit(status: number): void;
  /** Name of this computer. */
  hostName(): string;
  /** The working directory. */
  directory(): string;
  /** Identity of the calling thread as the system knows it. */
  threadId(): number;
  cpuCount(): number;
  environment(): Record<string, string>;
  randomBytes(bytes: Uint8Array): void;
  /** A zlib stream (RFC 1950) of `bytes`; `level` as zlib's, -1 to 9. */
  deflate(bytes: Uint8Array, level: number): Uint8Array;
  /** What a zlib stream holds and how many bytes of it were used, or null where it is not one. It may be cut short. */
  inflate(bytes: Uint8Array): Inflated | null;

  // ---- work that a built-in does beyond being called; a machine with a clock of its own charges it
  /** So many items walked over, comparisons made, or bytes digested or compressed, within one bytecode or without the lock. */
  work(kind: Work, amount: number): void;

  // ---- signals
  /** What arrives as signal `number` from now on: its default action, nothing, or a mark in the pending set. */
  disposeSignal(number: number, disposition: Disposition): number;
  kill(process: number, signal: number): number;
  /** Sends SIGALRM after so many seconds, then every `interval_s` (0: once); 0 cancels. Answers the seconds left. */
  alarm(seconds: number, interval_s: number): number;

  // ---- file descriptors
  /** Blocks until one of `fds` is ready or `ns` have passed. Fills `revents`. Answers how many are ready. */
  poll(fds: Int32Array, events: Int32Array, revents: Int32Array, ns: number): number;
  /** Blocks while there is nothing to read. Answers the number of bytes, 0 at the end. */
  read(fd: number, bytes: Uint8Array): number;
  /** Blocks until all is written. Answers the number of bytes. */
  write(fd: number, bytes: Uint8Array): number;
  close(fd: number): number;
  isTerminal(fd: number): boolean;
  /** Answers 0 and fills `fds` with the reading and the writing end. */
  pipe(fds: Int32Array): number;

  // ---- the file system; `constants` has its flags: `O_CREAT`, ...
  /** Blocks. Answers a descriptor that programs started later do not inherit. */
  open(path: string, flags: number, mode: number): number;
  /** Answers the new position. `whence`: 0 from the start, 1 from here, 2 from the end. */
  seek(fd: number, offset: number, whence: number): number;
  /** Blocks. Of a path or an open descriptor; fills `numbers`, ten in the order of `STAT`. */
  stat(file: string | number, numbers: Float64Array): number;
  /** Blocks. */
  removeFile(path: string): number;
  /** Blocks. */
  makeDirectory(path: string, mode: number): number;
  /** Blocks. */
  removeDirectory(path: string): number;
  /** Blocks. Adds the names of a directory's entries to `names`. */
  listDirectory(path: string, names: string[]): number;

  // ---- sockets: `ns` is how long to wait; 0 does not wait (EAGAIN), Infinity waits for ever; time-outs are ETIMEDOUT
  socket(family: number, type: number, protocol: number): number;
  socketPair(family: number, type: number, protocol: number, fds: Int32Array): number;
  bind(fd: number, address: Address): number;
  listen(fd: number, backlog: number): number;
  /** Blocks. Answers the new descriptor and fills `address` with the peer's. */
  accept(fd: number, address: Address, ns: number): number;
  /** Blocks. */
  connect(fd: number, address: Address, ns: number): number;
  /** Blocks. Answers the number of bytes, and fills `from`, if given, with the sender's address. */
  receive(fd: number, bytes: Uint8Array, flags: number, from: Address | null, ns: number): number;
  /** Blocks. Answers the number of bytes sent, which may be fewer. */
  send(fd: number, bytes: Uint8Array, flags: number, to: Address | null, ns: number): number;
  shutdown(fd: number, how: number): number;
  /** Fills `address`. */
  socketName(fd: number, address: Address): number;
  /** Fills `address`. */
  peerName(fd: number, address: Address): number;
  setOption(fd: number, level: number, option: number, value: number): number;
  /** Fills `value[0]`. */
  getOption(fd: number, level: number, option: number, value: Int32Array): number;
  /** Blocks. Answers 0 and fills `address.host` with the numeric IPv4 address of `name`. */
  resolve(name: string, address: Address): number;
}

/** What `stat` tells, in this order; times in seconds since 1970. */
export const STAT = ["mode", "ino", "dev", "nlink", "uid", "gid", "size", "atime", "mtime", "ctime"] as const;

/** Answer of a blocking method that a signal interrupted. */
export const INTERRUPTED = -4;
export {NOT_READY} from "../objects/layout.ts";

/** Of family AF_INET: dotted numbers and port. AF_UNIX: `host` is the path, `port` 0. */
export interface Address {
  family: number;
  host: string;
  port: number;
}

export type Work = "walk" | "compare" | "digest" | "deflate";

export interface Inflated {
  bytes: Uint8Array;
  /** Length of the stream; the input may go on behind it. */
  used: number;
  /** Whether the stream's end was reached. */
  complete: boolean;
}

export type Disposition = 0 | 1 | 2;
export const DISPOSITION_DEFAULT = 0;
export const DISPOSITION_IGNORE = 1;
export const DISPOSITION_PENDING = 2;

/** What a thread or process has used so far. */
export interface Usage {
  user_us: number;
  system_us: number;
  voluntarySwitches: number;
  involuntarySwitches: number;
}

/** Bits of `events` and `revents`. */
export const POLL_IN = 1;
export const POLL_OUT = 4;
export const POLL_ERROR = 8;
export const POLL_HANGUP = 16;
