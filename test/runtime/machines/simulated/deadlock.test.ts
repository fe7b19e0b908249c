import {describe, expect, it} from "vitest";
import {run} from "./run.ts";

/** Lines of the report on a program that cannot go on, without the first. */
function report(source: string, options = {}): string[] {
  const {failure, status} = run(`import queue, threading, time\n${source}`, options);
  expect(status).toBe(70);
  const [first, ...lines] = failure!.split("\n");
  expect(first).toMatch(/^deadlock after 0\.\d{6} virtual seconds: no thread can go on$/);
  return lines.map((line) => line.trim());
}

describe.each(["timeout", "tick"])("a deadlock under %s is told in the program's terms", (design) => {
  it("two locks taken crosswise", () => {
    const source = `
a, b = threading.Lock(), threading.RLock()
def cross(first, second):
    with first:
        time.sleep(0.01)
        with second:
            pass
threading.Thread(target=cross, args=(a, b), name="other").start()
cross(b, a)`;
    expect(report(source, {design})).toEqual([
      "the main thread waits for a lock held by other (program.py, line 7)",
      "other waits for a lock held by the main thread (program.py, line 7)"
    ]);
  });

  it("a join of a thread that waits", () => {
    const source = `
lock = threading.Lock()
lock.acquire()
thread = threading.Thread(target=lock.acquire, name="waiter")
thread.start()
thread.join()`;
    expect(report(source, {design})).toEqual([
      "the main thread joins waiter (program.py, line 7)",
      "waiter waits for a lock held by the main thread"
    ]);
  });
});

describe("a thread that waits for ever", () => {
  const main = (source: string) => report(source)[0];

  it.each([
    ["lock = threading.Lock()\nlock.acquire()\nlock.acquire()", "a lock that it holds itself"],
    ["threading.Event().wait()", "an event to be set"],
    ["c = threading.Condition()\nwith c:\n  c.wait()", "a condition to be notified"],
    ["c = threading.Condition()\nwith c:\n  c.wait_for(lambda: False)", "a condition to be notified"],
    ["threading.Semaphore(0).acquire()", "a semaphore to be released"],
    ["threading.BoundedSemaphore(0).acquire()", "a semaphore to be released"],
    ["threading.Barrier(2).wait()", "other threads at a barrier"],
    ["queue.Queue().get()", "an item in a queue"],
    ["queue.SimpleQueue().get()", "an item in a queue"],
    ["q = queue.Queue(1)\nq.put(1)\nq.put(2)", "room in a queue"],
    ["q = queue.Queue()\nq.put(1)\nq.join()", "the tasks of a queue to be done"],
    [
      "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('', 0))\ns.recv(1)",
      "descriptor 3 to be readable"
    ]
  ])("%j", (source, reason) => {
    const line = source.split("\n").length + 1;
    expect(main(source)).toBe(`the main thread waits for ${reason} (program.py, line ${line})`);
  });

  it("because the lock's holder has ended", () => {
    const source = `
lock = threading.Lock()
thread = threading.Thread(target=lock.acquire)
thread.start()
thread.join()
lock.acquire()`;
    expect(report(source)).toEqual([
      "the main thread waits for a lock that thread 1 held when it ended (program.py, line 7)"
    ]);
  });

  it("for the lock of a condition, not for its notification", () => {
    const source = `
condition = threading.Condition()
def wait():
    with condition:
        condition.wait(0.01)
waiter = threading.Thread(target=wait, name="waiter")
waiter.start()
time.sleep(0.005)
with condition:
    waiter.join()`;
    expect(report(source)).toEqual([
      "the main thread joins waiter (program.py, line 11)",
      "waiter waits for a lock held by the main thread (program.py, line 6)"
    ]);
  });

  it("behind a main thread that has come to its end", () => {
    expect(report("threading.Thread(target=threading.Event().wait, name='left').start()")).toEqual([
      "the main thread has come to its end and waits for the other threads",
      "left waits for an event to be set"
    ]);
  });

  it("that was started without a threading.Thread, or is of a subclass", () => {
    const source = `
import _thread
lock = threading.Lock()
lock.acquire()
_thread.start_new_thread(lock.acquire, ())
class Mine(threading.Thread):
    def run(self):
        lock.acquire()
mine = Mine(name="mine")
mine.start()
mine.join()`;
    expect(report(source)).toEqual([
      "the main thread joins mine (program.py, line 12)",
      "thread 1 waits for a lock held by the main thread",
      "mine waits for a lock held by the main thread (program.py, line 9)"
    ]);
  });
});
