import {mkdtempSync} from "node:fs";
import {constants, tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {
  type Address,
  type Devices,
  INTERRUPTED,
  POLL_IN,
  POLL_OUT,
  STAT
} from "../../../../runtime/machines/devices.ts";
import {hostDevices} from "../../../../runtime/machines/host/devices.ts";
import {Leave, Parking} from "../../../../runtime/machines/host/parking.ts";
import {theLibc, thePlatform} from "../../../../runtime/machines/host/platform.ts";
import {Waiting} from "../../../../runtime/machines/host/waiting.ts";
import {BREAK_EXIT, BREAKER, SIGNALS_LOW, THREAD_ID} from "../../../../runtime/objects/layout.ts";
import {runClock} from "../../../../runtime/trace/clock.ts";

const MAIN = 4096;
const OTHER = 4096 + 256;
const LOCK = 1024;
const FOREVER = Number.POSITIVE_INFINITY;
const {EAGAIN, EBADF, ECONNREFUSED, EINVAL, EPIPE, ETIMEDOUT} = constants.errno;
const {AF_INET, AF_UNIX, SOCK_DGRAM, SOCK_STREAM, SHUT_WR} = thePlatform().constants;

let memory: Int32Array;
let waiting: Waiting;
let devices: Devices;
const over = new Int32Array(2);
const signal = new Int32Array(2);

beforeEach(() => {
  memory = new Int32Array(new SharedArrayBuffer(65536));
  memory[OTHER + THREAD_ID] = 1;
  const platform = thePlatform();
  platform.pipe(over);
  platform.pipe(signal);
  const sleeper = platform.sleeper(memory);
  const start_ns = process.hrtime.bigint();
  const clock = runClock(start_ns);
  const parking = new Parking(memory, sleeper);
  waiting = new Waiting({
    memory,
    sleeper,
    parking,
    platform,
    clock,
    overFd: over[0],
    signalFd: signal[0],
    interruptibleLocks: true
  });
  waiting.attach(OTHER);
  parking.attach(OTHER);
  devices = hostDevices({
    memory,
    libc: theLibc(),
    platform,
    waiting,
    monotonic_ns: () => Number(start_ns) + clock(),
    startThread: () => 0,
    arrive: () => {}
  });
});
afterEach(() => {
  for (const fd of [...over, ...signal]) theLibc().close(fd);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (buffer: Uint8Array, count: number) => new TextDecoder().decode(buffer.subarray(0, count));
const anywhere = (): Address => ({family: AF_INET, host: "127.0.0.1", port: 0});
function elapsed(action: () => void): number {
  const begun = performance.now();
  action();
  return performance.now() - begun;
}

describe("sleep and locks", () => {
  it("sleep as long as they should", () => {
    expect(elapsed(() => expect(devices.sleep(20e6)).toBe(0))).toBeGreaterThanOrEqual(19.9);
    expect(devices.sleep(0)).toBe(0);
  });
  it("a taken lock is not given twice, and waiting for it ends in time", () => {
    expect(devices.tryLock(LOCK)).toBe(1);
    expect(devices.tryLock(LOCK)).toBe(0);
    expect(elapsed(() => expect(devices.lock(LOCK, 10e6)).toBe(0))).toBeGreaterThanOrEqual(9.9);
    devices.unlock(LOCK);
    expect(devices.lock(LOCK, FOREVER)).toBe(1);
    expect(memory[LOCK + 1]).toBe(0);
  });
  it("a pending signal interrupts the main thread only", () => {
    memory[SIGNALS_LOW] = 1 << 10;
    devices.tryLock(LOCK);
    expect(devices.sleep(1e6)).toBe(0);
    waiting.attach(MAIN);
    expect(devices.sleep(60e9)).toBe(INTERRUPTED);
    expect(devices.lock(LOCK, 60e9)).toBe(INTERRUPTED);
    expect(devices.read(signal[0], new Uint8Array(1))).toBe(INTERRUPTED);
  });
  it("the end of the run ends every wait", () => {
    memory[BREAKER] = BREAK_EXIT;
    devices.tryLock(LOCK);
    theLibc().write(over[1], new Uint8Array(1), 1);
    expect(() => devices.sleep(60e9)).toThrow(Leave);
    expect(() => devices.lock(LOCK, FOREVER)).toThrow(Leave);
    expect(() => devices.read(signal[0], new Uint8Array(1))).toThrow(Leave);
  });
});

describe("pipes", () => {
  it("carry bytes and end", () => {
    const fds = new Int32Array(2);
    expect(devices.pipe(fds)).toBe(0);
    const buffer = new Uint8Array(16);
    expect(devices.write(fds[1], bytes("abc"))).toBe(3);
    expect(textOf(buffer, devices.read(fds[0], buffer))).toBe("abc");
    const revents = new Int32Array(2);
    expect(devices.poll(fds, Int32Array.of(POLL_IN, POLL_OUT), revents, 0)).toBe(1);
    expect(Array.from(revents)).toEqual([0, POLL_OUT]);
    devices.close(fds[1]);
    expect(devices.read(fds[0], buffer)).toBe(0);
    devices.close(fds[0]);
    expect(devices.read(fds[0], buffer)).toBe(-EBADF);
  });
  it("answer EPIPE without a reader", () => {
    const fds = new Int32Array(2);
    devices.pipe(fds);
    devices.close(fds[0]);
    expect(devices.write(fds[1], bytes("x"))).toBe(-EPIPE);
    devices.close(fds[1]);
  });
});

describe("sockets", () => {
  it("exchange datagrams", () => {
    const [a, b] = [0, 1].map(() => devices.socket(AF_INET, SOCK_DGRAM, 0));
    const [at, from] = [anywhere(), anywhere()];
    expect(devices.bind(a, at)).toBe(0);
    expect(devices.socketName(a, at)).toBe(0);
    expect(at.port).toBeGreaterThan(0);
    const buffer = new Uint8Array(64);
    expect(devices.receive(a, buffer, 0, null, 0)).toBe(-EAGAIN);
    expect(elapsed(() => expect(devices.receive(a, buffer, 0, null, 5e6)).toBe(-ETIMEDOUT))).toBeGreaterThan(
      4.9
    );
    expect(devices.send(b, bytes("ping"), 0, at, FOREVER)).toBe(4);
    expect(textOf(buffer, devices.receive(a, buffer, 0, from, FOREVER))).toBe("ping");
    expect(devices.send(a, bytes("pong"), 0, from, FOREVER)).toBe(4);
    expect(textOf(buffer, devices.receive(b, buffer, 0, null, 1e9))).toBe("pong");
    for (const fd of [a, b]) devices.close(fd);
  });
  it("connect, accept and shut down", () => {
    const server = devices.socket(AF_INET, SOCK_STREAM, 0);
    const [at, peer] = [anywhere(), anywhere()];
    devices.bind(server, at);
    devices.socketName(server, at);
    expect(devices.listen(server, 5)).toBe(0);
    const client = devices.socket(AF_INET, SOCK_STREAM, 0);
    expect(devices.connect(client, at, 1e9)).toBe(0);
    const accepted = devices.accept(server, peer, 1e9);
    expect(accepted).toBeGreaterThan(0);
    expect(peer).toMatchObject({family: AF_INET, host: "127.0.0.1"});
    const buffer = new Uint8Array(16);
    expect(devices.send(client, bytes("hello"), 0, null, FOREVER)).toBe(5);
    expect(textOf(buffer, devices.receive(accepted, buffer, 0, null, FOREVER))).toBe("hello");
    devices.shutdown(client, SHUT_WR);
    expect(devices.receive(accepted, buffer, 0, null, FOREVER)).toBe(0);
    for (const fd of [server, client, accepted]) devices.close(fd);
  });
  it("say why they cannot connect", () => {
    const unused = devices.socket(AF_INET, SOCK_STREAM, 0);
    const at = anywhere();
    devices.bind(unused, at);
    devices.socketName(unused, at);
    const client = devices.socket(AF_INET, SOCK_STREAM, 0);
    expect(devices.connect(client, at, 1e9)).toBe(-ECONNREFUSED);
    expect(devices.errorText(ECONNREFUSED)).toBe("Connection refused");
    expect(devices.connect(client, {family: AF_INET, host: "not an address", port: 1}, 0)).toBe(-EINVAL);
    for (const fd of [unused, client]) devices.close(fd);
  });
  it("come in pairs", () => {
    const fds = new Int32Array(2);
    expect(devices.socketPair(AF_UNIX, SOCK_STREAM, 0, fds)).toBe(0);
    const buffer = new Uint8Array(4);
    devices.send(fds[0], bytes("x"), 0, null, FOREVER);
    expect(devices.receive(fds[1], buffer, 0, null, FOREVER)).toBe(1);
    for (const fd of fds) devices.close(fd);
  });
  it("find names without a network", () => {
    const found = anywhere();
    expect(devices.resolve("localhost", found)).toBe(0);
    expect(found.host).toBe("127.0.0.1");
    expect(devices.resolve("", found)).toBe(0);
    expect(found.host).toBe("0.0.0.0");
  });
});

describe("files", () => {
  const {O_CREAT, O_EXCL} = thePlatform().constants;
  const {EEXIST, EISDIR, ENOENT, ENOTEMPTY} = constants.errno;
  const size = 6;

  it("are opened, written, looked at and removed", () => {
    const folder = mkdtempSync(join(tmpdir(), "convoy-"));
    const path = join(folder, "file");
    const fd = devices.open(path, 1 | O_CREAT | O_EXCL, 0o600);
    expect(devices.write(fd, bytes("abcdef"))).toBe(6);
    expect(devices.seek(fd, -4, 2)).toBe(2);
    const numbers = new Float64Array(STAT.length);
    for (const file of [path, fd]) {
      expect(devices.stat(file, numbers)).toBe(0);
      expect([numbers[0], numbers[size]]).toEqual([0o100600, 6]);
    }
    expect(devices.close(fd)).toBe(0);
    const names: string[] = [];
    expect([devices.listDirectory(folder, names), names]).toEqual([0, ["file"]]);
    expect(devices.removeDirectory(folder)).toBe(-ENOTEMPTY);
    expect([devices.removeFile(path), devices.removeDirectory(folder)]).toEqual([0, 0]);
    expect(devices.stat(folder, numbers)).toBe(-ENOENT);
  });
  it("fail with the system's numbers", () => {
    const folder = mkdtempSync(join(tmpdir(), "convoy-"));
    expect(devices.open(join(folder, "none"), 0, 0)).toBe(-ENOENT);
    expect(devices.open(folder, 1, 0)).toBe(-EISDIR);
    expect(devices.makeDirectory(folder, 0o700)).toBe(-EEXIST);
    expect(devices.removeDirectory(folder)).toBe(0);
  });
});

it("clocks agree with Node's", () => {
  const ours = [devices.realtime_s, devices.monotonic_ns];
  const nodes = [() => Date.now() / 1000, () => Number(process.hrtime.bigint())];
  const slack = [0.002, 1e6];
  for (const [i, clock] of ours.entries()) {
    const before = nodes[i]();
    const now = clock();
    const after = nodes[i]();
    expect(now).toBeGreaterThan(before - slack[i]);
    expect(now).toBeLessThan(after + slack[i]);
  }
  expect(devices.processTime_ns()).toBeGreaterThan(0);
  expect(devices.threadTime_ns()).toBeLessThanOrEqual(devices.processTime_ns());
});
