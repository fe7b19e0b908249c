/** What the simulated system's devices mean, by programs. */
import {describe, expect, it} from "vitest";
import {run} from "./run.ts";

const lines = (source: string, options = {}) => {
  const {stdout, stderr, failure} = run(source, options);
  expect([failure, stderr]).toEqual([null, ""]);
  return stdout.trimEnd().split("\n");
};

describe("pipes", () => {
  it("hold so much and then make the writer wait", () => {
    const source = `
import os, threading
r, w = os.pipe()
got = []
def read():
    while True:
        data = os.read(r, 50000)
        if not data: break
        got.append(len(data))
t = threading.Thread(target=read)
t.start()
print(os.write(w, b'x' * 200000))
os.close(w)
t.join()
print(sum(got), max(got) <= 50000)
`;
    expect(lines(source)).toEqual(["200000", "200000 True"]);
  });

  it("without a reader are broken", () => {
    const source = `
import os
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b'x')
except BrokenPipeError as e:
    print(e.errno)
try:
    os.read(77, 1)
except OSError as e:
    print(e)
`;
    expect(lines(source)).toEqual(["32", "[Errno 9] Bad file descriptor"]);
  });
});

describe("files", () => {
  const writing = `
import os, time
f = open('/tmp/file', 'w')
begin = time.perf_counter_ns()
f.write('a line')
buffered = time.perf_counter_ns() - begin
f.flush()
flushed = time.perf_counter_ns() - begin - buffered
print(flushed > buffered, os.listdir('/tmp'), os.listdir('/'))
f.close()
begin = time.perf_counter_ns()
os.stat('/tmp/file')
print(time.perf_counter_ns() > begin, os.stat('/tmp/file').st_mtime > 1.7e9)
`;
  it("are in memory, and cost what system calls cost", () => {
    expect(lines(writing)).toEqual(["True ['file'] ['tmp']", "True True"]);
  });

  it("let the lock go with every write under a design of Python 2", () => {
    const source = `
f = open('/tmp/file', 'w')
for i in range(100): f.write('x')
`;
    const acquired = (design: string) => run(source, {design}).metrics.threads[0].acquisitions;
    expect([acquired("tick") >= 100, acquired("timeout") < 20]).toEqual([true, true]);
  });
});

describe("sockets", () => {
  it("of datagrams keep their borders, and are lost where nobody is", () => {
    const source = `
import socket
a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
a.bind(('127.0.0.1', 0))
b.sendto(b'one', a.getsockname())
b.sendto(b'two', a.getsockname())
print(a.recvfrom(10)[0], a.recv(2))
a.settimeout(0.01)
try:
    a.recv(1)
except socket.timeout as e:
    print(e)
print(b.sendto(b'x', ('127.0.0.1', 9)))
a.setblocking(False)
try:
    a.recv(1)
except BlockingIOError as e:
    print(e.errno)
`;
    expect(lines(source)).toEqual(["b'one' b'tw'", "timed out", "1", "11"]);
  });

  it("connect, refuse, shut down and end", () => {
    const source = `
import socket, threading
server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(1)
def serve():
    c, peer = server.accept()
    data = b''
    while True:
        part = c.recv(7)
        if not part: break
        data += part
    c.sendall(data.upper())
    c.close()
t = threading.Thread(target=serve)
t.start()
s = socket.create_connection(server.getsockname())
s.sendall(b'hello world')
s.shutdown(socket.SHUT_WR)
print(s.recv(100), s.recv(100))
t.join()
server.close()
try:
    socket.create_connection(('127.0.0.1', 1))
except ConnectionRefusedError as e:
    print(e)
other = socket.socket()
other.bind(('127.0.0.1', 5000))
try:
    socket.socket().bind(('127.0.0.1', 5000))
except OSError as e:
    print(e)
`;
    expect(lines(source)).toEqual([
      "b'HELLO WORLD' b''",
      "[Errno 111] Connection refused",
      "[Errno 98] Address already in use"
    ]);
  });

  it("are selected among", () => {
    const source = `
import select, socket, threading, time
a, b = socket.socketpair()
c, d = socket.socketpair()
print(select.select([a, c], [], [], 0.001))
def later():
    time.sleep(0.002)
    d.send(b'x')
threading.Thread(target=later).start()
begin = time.monotonic()
r, w, x = select.select([a, c], [], [])
print(r == [c], 0.002 < time.monotonic() - begin < 0.003)
print(select.select([], [b], [], 0)[1] == [b])
`;
    expect(lines(source)).toEqual(["([], [], [])", "True True", "True"]);
  });
});

describe("locks", () => {
  it("are waited for as long as was said", () => {
    const source = `
import threading, time
lock = threading.Lock()
lock.acquire()
begin = time.monotonic()
print(lock.acquire(True, 0.02), 0.02 <= time.monotonic() - begin < 0.0215)
def release():
    time.sleep(0.01)
    lock.release()
threading.Thread(target=release).start()
begin = time.monotonic()
print(lock.acquire(True, 5), 0.01 <= time.monotonic() - begin < 0.0115)
`;
    expect(lines(source)).toEqual(["False True", "True True"]);
  });
});

describe("signals", () => {
  it("of the alarm end a sleep of the main thread, and it sleeps on", () => {
    const source = `
import signal, time
seen = []
signal.signal(signal.SIGALRM, lambda *a: seen.append(time.monotonic()))
begin = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
time.sleep(0.035)
print(len(seen), 0.035 <= time.monotonic() - begin < 0.036)
print(all(0 <= t - begin - 0.01 * (i + 1) < 0.0005 for i, t in enumerate(seen)))
`;
    expect(lines(source)).toEqual(["3 True", "True"]);
  });

  it("are ignored, or kill", () => {
    const ignored =
      "import os, signal\nsignal.signal(10, signal.SIG_IGN)\nos.kill(os.getpid(), 10)\nprint('alive')";
    expect(lines(ignored)).toEqual(["alive"]);
    expect(run("import os\nos.kill(os.getpid(), 10)").signal).toBe(10);
    expect(run("import os\nos.kill(4711, 10)").stderr).toContain("ProcessLookupError");
  });
});

it("compression that is not there is named", () => {
  expect(run("import zlib\nzlib.compress(b'x')").failure).toContain("zlib is not simulated here");
});
