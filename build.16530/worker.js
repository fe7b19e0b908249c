import {
  formatSyntaxError
} from "./chunk-JB5BSOSX.js";
import {
  inflate
} from "./chunk-4SATZSCG.js";
import {
  BLOCKED_NS,
  DISPOSITIONS,
  DISPOSITION_PENDING,
  ENDED_NS,
  INTERRUPTED,
  INVOLUNTARY,
  MAILBOXES,
  MAIL_IDLE,
  MAIL_NONE,
  NOT_READY,
  Notes,
  POLL_IN,
  POLL_OUT,
  Ring,
  SIGNALS_MAX,
  STARTED_NS,
  STAT,
  STATS_WORDS,
  SYSTEM_US,
  THREADS_ENDED,
  USER_US,
  VOLUNTARY,
  WORKERS_MAX,
  hostPlace,
  lockCounts,
  markSignal
} from "./chunk-YOUOCH2L.js";
import {
  findDesign
} from "./chunk-DIABLGBR.js";
import {
  BLOCK,
  Processor,
  SIGNAL,
  UNBLOCK,
  heeded
} from "./chunk-CSHBCXSV.js";
import "./chunk-HG3T4HSK.js";
import {
  answer,
  readClock,
  theLibc,
  thePlatform,
  usageOf
} from "./chunk-5KRU3NHS.js";
import {
  BREAKER,
  BREAKER_MASK,
  BREAK_EXIT,
  EXIT_STATUS,
  FOREVER,
  LOCK_STATE,
  LOCK_WAITERS,
  Leave,
  Parking,
  SIGNALS_HIGH,
  SIGNALS_LOW,
  STATS,
  STOP_BLOCK,
  STOP_END,
  THREADS,
  THREAD_DESIGN,
  THREAD_DESIGN_WORDS,
  THREAD_ID,
  TICKS_LEFT,
  WAITING_ON,
  WAKE
} from "./chunk-PC35SSNN.js";
import "./chunk-PZ5AY32C.js";

// runtime/machines/host/worker.ts
import { readFileSync } from "node:fs";
import { constants as constants4 } from "node:os";
import { parentPort, workerData } from "node:worker_threads";

// runtime/trace/clock.ts
var ATTEMPTS = 32;
function runClock(start_ns) {
  let distance_ns = 0;
  let best_ns = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ATTEMPTS; i++) {
    const before = performance.now();
    const monotonic_ns = Number(process.hrtime.bigint() - start_ns);
    const after = performance.now();
    if ((after - before) * 1e6 < best_ns) {
      best_ns = (after - before) * 1e6;
      distance_ns = monotonic_ns - (before + after) / 2 * 1e6;
    }
  }
  return () => performance.now() * 1e6 + distance_ns;
}

// runtime/machines/thread.ts
var Thread = class {
  bench;
  processor;
  constructor(bench) {
    this.bench = bench;
    this.processor = new Processor(bench.interpreter);
  }
  /** Runs thread `t` from its first bytecode to its end. */
  live(t) {
    const { design: design2, memory: memory2 } = this.bench;
    design2.acquire(t);
    for (; ; ) {
      memory2[t + TICKS_LEFT] = design2.ticks();
      const stop = this.processor.compute(t);
      if (stop === STOP_END) break;
      if (stop === STOP_BLOCK) {
        design2.keep(memory2[t + TICKS_LEFT]);
        this.blocked(t);
      } else design2.check(t);
    }
    design2.keep(memory2[t + TICKS_LEFT]);
    design2.release(t);
  }
  /** Py_BEGIN_ALLOW_THREADS, the operation, Py_END_ALLOW_THREADS */
  blocked(t) {
    const { design: design2, interpreter: interpreter2, note: note2 } = this.bench;
    if (this.bench.keepsLock) {
      const result2 = this.processor.attempt(t);
      if (result2 !== NOT_READY) {
        interpreter2.finishBlock(t, result2);
        return;
      }
    }
    design2.release(t);
    note2(t, BLOCK);
    const result = this.processor.block(t);
    note2(t, UNBLOCK);
    design2.acquire(t);
    interpreter2.finishBlock(t, result);
  }
};

// runtime/machines/host/devices.ts
import { randomFillSync } from "node:crypto";
import { availableParallelism, constants as constants3, hostname } from "node:os";
import { deflateSync } from "node:zlib";

// runtime/machines/host/files.ts
import { fstatSync, mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { constants } from "node:os";
function attempt(call) {
  try {
    call();
    return 0;
  } catch (error) {
    return error.errno ?? -constants.errno.EINVAL;
  }
}
function files({ libc, platform: platform2 }) {
  const { O_CLOEXEC } = platform2.constants;
  return {
    open: (path, flags, mode) => answer(libc.open(path, flags | O_CLOEXEC, "int", mode)),
    seek: (fd, offset, whence) => answer(libc.lseek(fd, offset, whence)),
    stat: (file, numbers) => attempt(() => {
      const found = typeof file === "string" ? statSync(file) : fstatSync(file);
      STAT.forEach((name, i) => {
        const time = name.endsWith("time");
        numbers[i] = time ? found[`${name}Ms`] / 1e3 : found[name];
      });
    }),
    removeFile: (path) => attempt(() => unlinkSync(path)),
    makeDirectory: (path, mode) => attempt(() => mkdirSync(path, { mode })),
    removeDirectory: (path) => attempt(() => rmdirSync(path)),
    listDirectory: (path, names) => attempt(() => names.push(...readdirSync(path)))
  };
}

// runtime/machines/host/sockets.ts
import { constants as constants2 } from "node:os";
import koffi from "koffi";

// runtime/machines/host/address.ts
var BYTES = 128;
var INET_BYTES = 16;
var SocketAddress = class {
  bytes = new Uint8Array(BYTES);
  length = new Uint32Array(1);
  platform;
  view = new DataView(this.bytes.buffer);
  constructor(platform2) {
    this.platform = platform2;
  }
  /** Makes room for an address that the system fills in. */
  clear() {
    this.length[0] = BYTES;
    return this;
  }
  /** Answers false for what is no address: a host that is not four numbers, a port out of range, a path too long. */
  encode({ family, host, port }) {
    this.bytes.fill(0);
    return family === this.platform.constants.AF_UNIX ? this.encodePath(host) : this.encodeInet(family, host, port);
  }
  encodeInet(family, host, port) {
    const numbers = host.split(".").map(Number);
    if (numbers.length !== 4 || numbers.some((n) => !(n >= 0 && n <= 255)) || !(port >= 0 && port <= 65535))
      return false;
    this.view.setUint16(0, this.platform.addressHead(family, INET_BYTES), true);
    this.view.setUint16(2, port);
    this.bytes.set(numbers, 4);
    this.length[0] = INET_BYTES;
    return true;
  }
  encodePath(path) {
    const bytes = new TextEncoder().encode(path);
    if (bytes.length > 100) return false;
    this.length[0] = bytes.length + 3;
    this.view.setUint16(0, this.platform.addressHead(this.platform.constants.AF_UNIX, this.length[0]), true);
    this.bytes.set(bytes, 2);
    return true;
  }
  /** Writes what the system filled in into `address`. */
  decode(address) {
    const { AF_INET, AF_UNIX } = this.platform.constants;
    if (this.view.getUint16(0, true) === this.platform.addressHead(AF_INET, INET_BYTES)) {
      address.family = AF_INET;
      address.host = this.bytes.subarray(4, 8).join(".");
      address.port = this.view.getUint16(2);
      return;
    }
    const path = this.bytes.subarray(2, Math.max(2, Math.min(BYTES, this.length[0])));
    const end = path.indexOf(0);
    address.family = AF_UNIX;
    address.host = new TextDecoder().decode(end < 0 ? path : path.subarray(0, end));
    address.port = 0;
  }
};

// runtime/machines/host/waiting.ts
var WAITERS = LOCK_WAITERS - LOCK_STATE;
var Waiting = class {
  on;
  thread = 0;
  main = false;
  constructor(waiter) {
    this.on = waiter;
  }
  /** The thread that waits from now on. */
  attach(t) {
    this.thread = t;
    this.main = this.on.memory[t + THREAD_ID] === 0;
  }
  /** Whether this is the main thread and a signal is pending. */
  signalled() {
    const { memory: memory2 } = this.on;
    return this.main && (Atomics.load(memory2, SIGNALS_LOW) | Atomics.load(memory2, SIGNALS_HIGH)) !== 0;
  }
  /** Sleeps on a word as `Sleeper.wait`, or answers INTERRUPTED. @throws Leave when the run is over */
  doze(at, expected, ns) {
    const { memory: memory2, sleeper: sleeper2, parking: parking2 } = this.on;
    const { thread: thread2 } = this;
    Atomics.store(memory2, thread2 + WAITING_ON, -at);
    let answer2 = INTERRUPTED;
    if (!this.signalled() && !parking2.over()) answer2 = sleeper2.wait(at, expected, ns);
    Atomics.store(memory2, thread2 + WAITING_ON, 0);
    if (parking2.over()) throw new Leave();
    return this.signalled() ? INTERRUPTED : answer2;
  }
  /** Sleeps for `ns`. Answers 0, or INTERRUPTED. */
  sleep(ns) {
    const { memory: memory2, clock: clock2 } = this.on;
    const end_ns = clock2() + ns;
    for (let left = ns; left > 0; left = end_ns - clock2()) {
      const seen = Atomics.load(memory2, this.thread + WAKE);
      if (this.doze(this.thread + WAKE, seen, left) === INTERRUPTED) return INTERRUPTED;
    }
    return 0;
  }
  /** Takes the Python lock at `word` within `ns`. Answers 1, 0 when the time has passed, or INTERRUPTED. */
  lock(word, ns) {
    const { memory: memory2 } = this.on;
    Atomics.add(memory2, word + WAITERS, 1);
    const answer2 = this.waitForLock(word, ns);
    Atomics.sub(memory2, word + WAITERS, 1);
    if (answer2 !== 1) this.passOn(word);
    return answer2;
  }
  waitForLock(word, ns) {
    const { memory: memory2, clock: clock2, parking: parking2, interruptibleLocks } = this.on;
    const end_ns = clock2() + ns;
    const interruptible = interruptibleLocks || ns !== FOREVER;
    while (Atomics.compareExchange(memory2, word, 0, 1) !== 0) {
      const left = ns === FOREVER ? FOREVER : end_ns - clock2();
      if (left <= 0) return 0;
      const answer2 = interruptible ? this.doze(word, 1, left) : parking2.wait(word, 1, left);
      if (answer2 === INTERRUPTED) return INTERRUPTED;
    }
    return 1;
  }
  /** A thread that was woken for the lock but leaves without it wakes another. */
  passOn(word) {
    const { memory: memory2, sleeper: sleeper2 } = this.on;
    if (Atomics.load(memory2, word) === 0 && Atomics.load(memory2, word + WAITERS) > 0) sleeper2.wake(word, 1);
  }
  tryLock(word) {
    return Atomics.compareExchange(this.on.memory, word, 0, 1) === 0 ? 1 : 0;
  }
  unlock(word) {
    const { memory: memory2, sleeper: sleeper2 } = this.on;
    Atomics.store(memory2, word, 0);
    if (Atomics.load(memory2, word + WAITERS) > 0) sleeper2.wake(word, 1);
  }
  /**
   * Waits for descriptors. `pollfds` has room for two more entries after `count`. Answers as poll(2), or INTERRUPTED.
   */
  poll(pollfds, count, ns) {
    const { platform: platform2, parking: parking2, clock: clock2, overFd, signalFd } = this.on;
    const end_ns = clock2() + ns;
    pollfds[count * 2] = overFd;
    pollfds[count * 2 + 2] = signalFd;
    const extra = this.main ? 2 : 1;
    for (let left = ns; ; left = Math.max(0, end_ns - clock2())) {
      if (this.signalled()) return INTERRUPTED;
      for (let i = 0; i < extra; i++) pollfds[(count + i) * 2 + 1] = POLL_IN;
      const ready = platform2.poll(pollfds, count + extra, left);
      if (parking2.over()) throw new Leave();
      if (ready === 0) return 0;
      if (ready < 0 && ready !== INTERRUPTED) return ready;
      const woken = this.main && ready > 0 && pollfds[(count + 1) * 2 + 1] >>> 16 !== 0 ? this.drain() : 0;
      if (ready > woken) return this.signalled() ? INTERRUPTED : ready - woken;
    }
  }
  /** Takes the bytes out of the signal pipe. Answers 1, the number of descriptors that this was. */
  drain() {
    theLibc().read(this.on.signalFd, new Uint8Array(64), 64);
    return 1;
  }
};
function oneReady(waiting2) {
  const pollfds = new Int32Array(6);
  return (fd, events, ns) => {
    pollfds[0] = fd;
    pollfds[1] = events;
    return waiting2.poll(pollfds, 1, ns);
  };
}

// runtime/machines/host/sockets.ts
var F_SETFD = 2;
var F_SETFL = 4;
var FD_CLOEXEC = 1;
var { EAGAIN, EALREADY, EINPROGRESS, EINTR, EINVAL, EISCONN, ETIMEDOUT } = constants2.errno;
function sockets({ libc, platform: platform2, waiting: waiting2, monotonic_ns }) {
  const ready = oneReady(waiting2);
  const address = new SocketAddress(platform2);
  const { O_NONBLOCK, SOL_SOCKET, SO_ERROR, MSG_NOSIGNAL } = platform2.constants;
  function prepare(fd) {
    if (fd < 0) return fd;
    libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
    libc.fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
  }
  function patient(fd, events, ns, attempt2) {
    const end_ns = monotonic_ns() + ns;
    for (; ; ) {
      const result = answer(attempt2());
      if (result === -EINTR) continue;
      if (result !== -EAGAIN || ns === 0) return result;
      const waited = ready(fd, events, Math.max(0, end_ns - monotonic_ns()));
      if (waited < 0) return waited;
      if (waited === 0) return -ETIMEDOUT;
    }
  }
  function option(fd, level, name) {
    const value = new Int32Array(1);
    const result = answer(libc.getsockopt(fd, level, name, value, Uint32Array.of(4)));
    return result < 0 ? result : value[0];
  }
  function nameBy(call, fd, name) {
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
    bind: (fd, to) => address.encode(to) ? answer(libc.bind(fd, address.bytes, address.length[0])) : -EINVAL,
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
      if (result !== -EINPROGRESS && result !== -EALREADY || ns === 0) return result;
      const waited = ready(fd, POLL_OUT, ns);
      if (waited <= 0) return waited === 0 ? -ETIMEDOUT : waited;
      return 0 - option(fd, SOL_SOCKET, SO_ERROR);
    },
    receive(fd, bytes, flags, from, ns) {
      const count = patient(
        fd,
        POLL_IN,
        ns,
        () => from ? libc.recvfrom(fd, bytes, bytes.length, flags, address.clear().bytes, address.length) : libc.recvfrom(fd, bytes, bytes.length, flags, null, null)
      );
      if (from && count >= 0) address.decode(from);
      return count;
    },
    send(fd, bytes, flags, to, ns) {
      if (to && !address.encode(to)) return -EINVAL;
      return patient(
        fd,
        POLL_OUT,
        ns,
        () => libc.sendto(
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
var hostent = koffi.struct({
  name: "char *",
  aliases: "void *",
  family: "int",
  length: "int",
  addresses: "void *"
});
function resolveName(libc, name, found) {
  if (/^\d+(\.\d+){3}$/.test(name)) found.host = name;
  else if (name === "") found.host = "0.0.0.0";
  else {
    const entry = libc.gethostbyname(name);
    if (!entry) return -constants2.errno.ENOENT;
    const { addresses } = koffi.decode(entry, hostent);
    const first = koffi.decode(addresses, "void *");
    found.host = Array.from(koffi.decode(first, koffi.array("uint8_t", 4))).join(".");
  }
  return 0;
}

// runtime/machines/host/devices.ts
var CLOCK_REALTIME = 0;
var RUSAGE_SELF = 0;
var UNCATCHABLE = [constants3.signals.SIGKILL, constants3.signals.SIGSTOP];
var { EAGAIN: EAGAIN2, EINTR: EINTR2, EINVAL: EINVAL2 } = constants3.errno;
function hostDevices(ground) {
  const { memory: memory2, libc, platform: platform2, waiting: waiting2 } = ground;
  return {
    system: process.platform,
    errors: constants3.errno,
    signals: constants3.signals,
    constants: platform2.constants,
    errorText: (error) => libc.strerror(error),
    ...clocks(ground),
    sleep: (ns) => waiting2.sleep(ns),
    tryLock: (word) => waiting2.tryLock(word),
    lock: (word, ns) => waiting2.lock(word, ns),
    unlock: (word) => waiting2.unlock(word),
    startThread: (t) => ground.startThread(t),
    processId: () => process.pid,
    parentId: () => process.ppid,
    exit: (status) => libc.exit(status),
    hostName: () => hostname(),
    directory: () => process.cwd(),
    threadId: () => platform2.threadId(),
    cpuCount: () => availableParallelism(),
    environment: () => process.env,
    randomBytes(bytes) {
      randomFillSync(bytes);
    },
    deflate: (bytes, level) => deflateSync(bytes, { level }),
    inflate,
    work() {
    },
    disposeSignal(number, disposition) {
      if (!(number > 0 && number < SIGNALS_MAX) || UNCATCHABLE.includes(number)) return -EINVAL2;
      Atomics.store(memory2, DISPOSITIONS + number, disposition);
      return 0;
    },
    kill(target, signal) {
      const own = target === process.pid && Atomics.load(memory2, DISPOSITIONS + signal) === DISPOSITION_PENDING;
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
function clocks({ libc, platform: platform2, monotonic_ns }) {
  const time = new BigInt64Array(2);
  return {
    monotonic_ns,
    realtime_s() {
      libc.clock_gettime(CLOCK_REALTIME, time);
      return Number(time[0]) + Number(time[1]) / 1e9;
    },
    processTime_ns: () => readClock(libc, platform2.constants.CLOCK_PROCESS_CPUTIME_ID, time),
    threadTime_ns: () => platform2.threadTime_ns(),
    usage: (thread2) => thread2 ? platform2.threadUsage() : usageOf(libc, RUSAGE_SELF)
  };
}
function descriptors({ libc, platform: platform2, waiting: waiting2 }) {
  const ready = oneReady(waiting2);
  return {
    poll(fds, events, revents, ns) {
      const pollfds = new Int32Array(fds.length * 2 + 4);
      for (let i = 0; i < fds.length; i++) {
        pollfds[i * 2] = fds[i];
        pollfds[i * 2 + 1] = events[i];
      }
      const count = waiting2.poll(pollfds, fds.length, ns);
      for (let i = 0; i < fds.length; i++) revents[i] = pollfds[i * 2 + 1] >>> 16;
      return count;
    },
    read(fd, bytes) {
      for (; ; ) {
        const waited = ready(fd, POLL_IN, Number.POSITIVE_INFINITY);
        if (waited < 0) return waited;
        const count = answer(libc.read(fd, bytes, bytes.length));
        if (count !== -EAGAIN2 && count !== -EINTR2) return count;
      }
    },
    write(fd, bytes) {
      for (let done = 0; done < bytes.length; ) {
        const count = answer(libc.write(fd, bytes.subarray(done), bytes.length - done));
        if (count >= 0) done += count;
        else if (count !== -EAGAIN2 && count !== -EINTR2) return count;
        else if (ready(fd, POLL_OUT, Number.POSITIVE_INFINITY) === INTERRUPTED)
          return done > 0 ? done : INTERRUPTED;
      }
      return bytes.length;
    },
    close: (fd) => answer(libc.close(fd)),
    isTerminal: (fd) => libc.isatty(fd) === 1,
    pipe: (fds) => platform2.pipe(fds)
  };
}
function timeval(seconds) {
  const whole = Math.floor(seconds);
  return [BigInt(whole), BigInt(Math.round((seconds - whole) * 1e6))];
}

// runtime/machines/host/worker.ts
var begun = performance.now();
var start = workerData;
var memory = new Int32Array(start.memory.buffer);
var doubles = new Float64Array(start.memory.buffer);
var platform = thePlatform();
var sleeper = platform.sleeper(memory);
var parking = new Parking(memory, sleeper);
var notes = new Notes(memory);
var clock = runClock(start.start_ns);
var descriptor = await theDesign();
var waiting = new Waiting({
  memory,
  parking,
  sleeper,
  platform,
  clock,
  overFd: start.overFd,
  signalFd: start.signalFd,
  interruptibleLocks: descriptor.interruptibleLocks
});
async function theDesign() {
  if (start.designModule === null) return findDesign(start.design);
  process.setSourceMapsEnabled(true);
  return (await import(start.designModule)).default;
}
var tell = (message) => parentPort.postMessage(message);
function startThread(t) {
  for (let i = 1; i < WORKERS_MAX; i++) {
    if (Atomics.compareExchange(memory, MAILBOXES + i, MAIL_IDLE, t) === MAIL_IDLE) {
      sleeper.wake(MAILBOXES + i, 1);
      tell({ what: "taken" });
      return 0;
    }
  }
  let free = false;
  for (let i = 1; i < WORKERS_MAX && !free; i++) free = Atomics.load(memory, MAILBOXES + i) === MAIL_NONE;
  if (!free) return -constants4.errno.EAGAIN;
  tell({ what: "start", t });
  return 0;
}
var devices = hostDevices({
  memory,
  libc: theLibc(),
  platform,
  waiting,
  monotonic_ns: () => Number(start.start_ns) + clock(),
  startThread,
  arrive(signal) {
    markSignal({ memory, design }, signal);
    tell({ what: "signal" });
  }
});
function readSource(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
function complain(text) {
  devices.write(2, new TextEncoder().encode(`${text.trimEnd()}
`));
}
function reportHeap(problems) {
  for (const problem of problems) complain(`convoy: heap: ${problem}`);
  if (problems.length > 0) memory[EXIT_STATUS] = 70;
}
function leaving(runtime2) {
  const check = (stop) => {
    if (stop !== STOP_END && (memory[BREAKER] & BREAK_EXIT) !== 0) throw new Leave();
    return stop;
  };
  return {
    run: (t) => check(runtime2.run(t)),
    block(t) {
      const from = clock();
      const result = runtime2.block(t);
      doubles[t / 2 + BLOCKED_NS] += clock() - from;
      return result;
    },
    attempt: (t) => runtime2.attempt(t),
    finishBlock(t, result) {
      if (result === INTERRUPTED) notes.note(t, SIGNAL);
      runtime2.finishBlock(t, result);
    },
    handleSignals: (t) => runtime2.handleSignals(t)
  };
}
function runThread(runtime2, thread2, t) {
  runtime2.attach(t);
  parking.attach(t);
  waiting.attach(t);
  notes.ring = start.trace === null ? null : Ring.take(start.trace, memory[t + THREAD_ID], clock);
  memory.fill(0, t + STATS, t + STATS + STATS_WORDS);
  memory.fill(0, t + THREAD_DESIGN, t + THREAD_DESIGN + THREAD_DESIGN_WORDS);
  memory[t + BREAKER_MASK] = BREAK_EXIT | heeded(descriptor, memory[t + THREAD_ID] === 0);
  const before = platform.threadUsage();
  doubles[t / 2 + STARTED_NS] = clock();
  try {
    thread2.live(t);
  } catch (error) {
    if (!(error instanceof Leave)) throw error;
  } finally {
    doubles[t / 2 + ENDED_NS] = clock();
    account(t, before, platform.threadUsage());
  }
  Atomics.add(memory, THREADS_ENDED, 1);
  tell({ what: "ended", t });
}
function account(t, before, after) {
  doubles[t / 2 + USER_US] = after.user_us - before.user_us;
  doubles[t / 2 + SYSTEM_US] = after.system_us - before.system_us;
  doubles[t / 2 + VOLUNTARY] = after.voluntarySwitches - before.voluntarySwitches;
  doubles[t / 2 + INVOLUNTARY] = after.involuntarySwitches - before.involuntarySwitches;
}
function serve(runtime2, thread2) {
  const mailbox = MAILBOXES + start.index;
  while (!parking.over()) {
    Atomics.compareExchange(memory, mailbox, MAIL_NONE, MAIL_IDLE);
    const t = Atomics.load(memory, mailbox);
    if (t === MAIL_IDLE) sleeper.wait(mailbox, MAIL_IDLE, Number.POSITIVE_INFINITY);
    else {
      runThread(runtime2, thread2, t);
      Atomics.store(memory, mailbox, MAIL_IDLE);
    }
  }
}
var { instantiate } = await import(start.runtime);
var runtime = instantiate(start.memory, {
  boot: start.boot,
  pages: start.pages,
  devices,
  argv: start.program.argv,
  weights: descriptor.weights,
  everyWriteReleases: !descriptor.interruptibleLocks,
  readSource,
  checkHeap: start.checkHeap,
  reportHeap
});
var interpreter = leaving(runtime);
var note = (t, event) => notes.note(t, event);
var place = hostPlace({
  memory,
  parking,
  initialise: false,
  note,
  handleSignals(t) {
    note(t, SIGNAL);
    return runtime.handleSignals(t);
  }
});
var design = descriptor.create(place);
var thread = new Thread({ design, keepsLock: descriptor.keepsLock ?? false, interpreter, memory, note });
tell({ what: "ready", boot_ms: performance.now() - begun });
function load() {
  try {
    return runtime.load(start.program.source, start.program.filename);
  } catch (error) {
    if (!(error instanceof Error && "kind" in error)) throw error;
    complain(formatSyntaxError(error));
    memory[EXIT_STATUS] = 1;
    return 0;
  }
}
if (start.index === 0) {
  const t = load();
  if (t === 0) {
    Atomics.add(memory, THREADS_ENDED, 1);
    tell({ what: "ended", t: THREADS });
  } else {
    Atomics.store(memory, MAILBOXES, t);
    runThread(runtime, thread, t);
    Atomics.store(memory, MAILBOXES, MAIL_IDLE);
  }
}
serve(runtime, thread);
//# sourceMappingURL=worker.js.map
