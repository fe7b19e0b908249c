# A generator shared by threads under a lock, and one entered twice.
# requires: threads
import threading

class Safe:
    def __init__(self, it): self.it, self.lock = iter(it), threading.Lock()
    def __iter__(self): return self
    def __next__(self):
        with self.lock: return next(self.it)

def numbers():
    for i in range(600): yield i

source, out, lock = Safe(numbers()), [], threading.Lock()

def drain():
    mine = list(source)
    with lock: out.extend(mine)

ts = [threading.Thread(target=drain) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out) == list(range(600)))  # expect: True
inside, leave = threading.Event(), threading.Event()

def slow():
    inside.set()
    leave.wait()
    yield 1

g = slow()
t = threading.Thread(target=next, args=(g,))
t.start()
inside.wait()
try:
    next(g)
except ValueError as error:
    print(error)  # expect: generator already executing
leave.set()
t.join()
