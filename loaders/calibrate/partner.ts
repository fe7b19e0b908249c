/// The second thread of a calibration: sleeps, answers or spins, as its task says. The build emits it as build/partner.js.
import {parentPort, workerData} from "node:worker_threads";
import {theLibc, thePlatform} from "../../runtime/machines/host/platform.ts";
import {ANSWER, CALLED, type PartnerTask, RAN_NS, STOP} from "./words.ts";

const {buffer, role, cores, rounds} = workerData as PartnerTask;
const words = new Int32Array(buffer);
const times = new BigInt64Array(buffer);
const platform = thePlatform();
const sleeper = platform.sleeper(words);

/// Sleeps until CALLED has its next value, and writes down when it ran.
function sleepAgain(): void {
  for (let seen = 0; seen < rounds; seen++) {
    while (Atomics.load(words, CALLED) === seen) sleeper.wait(CALLED, seen, Number.POSITIVE_INFINITY);
    times[RAN_NS / 2] = process.hrtime.bigint();
    Atomics.store(words, ANSWER, seen + 1);
  }
}

/// Wakes whoever called and goes to sleep, in turn.
function playBack(): void {
  for (let round = 1; round <= rounds; round++) {
    while (Atomics.load(words, CALLED) !== round) sleeper.wait(CALLED, round - 1, Number.POSITIVE_INFINITY);
    Atomics.store(words, ANSWER, round);
    sleeper.wake(ANSWER, 1);
  }
}

/// Answers each change of a word with a change of it, without sleeping.
function bounce(): void {
  for (let round = 1; round <= rounds; round++) {
    while (Atomics.load(words, CALLED) !== 2 * round - 1);
    Atomics.store(words, CALLED, 2 * round);
  }
}

/// Echoes datagrams until the word says that it is over; nobody else runs in this thread.
function echo(): void {
  const libc = theLibc();
  const {AF_INET, SOCK_DGRAM} = platform.constants;
  const fd = libc.socket(AF_INET, SOCK_DGRAM, 0);
  const address = new Uint8Array(16);
  const size = Int32Array.of(16);
  address[0] = platform.addressHead(AF_INET, 16) & 255;
  address[1] = platform.addressHead(AF_INET, 16) >>> 8;
  address.set([127, 0, 0, 1], 4);
  libc.bind(fd, address, 16);
  libc.getsockname(fd, address, size);
  Atomics.store(words, ANSWER, (address[2] << 8) | address[3]);
  parentPort!.postMessage("ready");
  const bytes = new Uint8Array(64);
  const from = new Uint8Array(16);
  while (Atomics.load(words, STOP) === 0) {
    size[0] = 16;
    const count = libc.recvfrom(fd, bytes, 64, 0, from, size);
    if (count > 0) libc.sendto(fd, bytes, count, 0, from, 16);
  }
  libc.close(fd);
}

/// Gives way to whoever shares its core, again and again.
function giveWay(): void {
  const schedYield = theLibc().library.func("int sched_yield()");
  while (Atomics.load(words, STOP) === 0) schedYield();
}

function spin(): void {
  while (Atomics.load(words, STOP) === 0);
}

if (cores.length > 0) platform.pinThread(cores);
if (role !== "echo") parentPort!.postMessage("ready");
({sleep: sleepAgain, play: playBack, bounce, spin, yield: giveWay, echo})[role]();
parentPort!.postMessage("done");
