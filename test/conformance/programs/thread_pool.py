# A pool of worker threads with futures, written from conditions and queues.
# requires: threads
import queue, threading

class Future:
    def __init__(self): self.done, self.cond = False, threading.Condition()
    def finish(self, value=None, error=None):
        with self.cond:
            self.value, self.error, self.done = value, error, True
            self.cond.notify_all()
    def result(self, timeout=30):
        with self.cond:
            if not self.cond.wait_for(lambda: self.done, timeout): raise TimeoutError
        if self.error: raise self.error
        return self.value

class Pool:
    def __init__(self, size):
        self.jobs = queue.Queue()
        self.threads = [threading.Thread(target=self.work) for _ in range(size)]
        for t in self.threads: t.start()
    def work(self):
        while True:
            job = self.jobs.get()
            if job is None: return
            future, f, args = job
            try:
                future.finish(f(*args))
            except Exception as error:
                future.finish(error=error)
    def submit(self, f, *args):
        future = Future()
        self.jobs.put((future, f, args))
        return future
    def map(self, f, items): return [future.result() for future in [self.submit(f, x) for x in items]]
    def __enter__(self): return self
    def __exit__(self, *exc):
        for _ in self.threads: self.jobs.put(None)
        for t in self.threads: t.join()

def collatz(n):
    steps = 0
    while n != 1: n, steps = n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1
    return steps

with Pool(3) as pool:
    print(pool.map(collatz, range(1, 20)))
    # expect: [0, 1, 7, 2, 5, 8, 16, 3, 19, 6, 14, 9, 9, 17, 17, 4, 12, 20, 20]
    print(pool.submit(pow, 2, 100).result())  # expect: 1267650600228229401496703205376
    try:
        pool.submit(lambda: 1 / 0).result()
    except ZeroDivisionError as error:
        print(error)  # expect: division by zero
print([t.is_alive() for t in pool.threads])  # expect: [False, False, False]
