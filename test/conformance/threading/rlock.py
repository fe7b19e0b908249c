# An RLock is taken again by its owner, and by nobody else.
# requires: threads
import threading
r = threading.RLock()
print(r.acquire(), r.acquire(), r.acquire(blocking=False))  # expect: True True True
results = []
def try_it(): results.append(r.acquire(blocking=False))
t = threading.Thread(target=try_it); t.start(); t.join()
r.release(); r.release()
t = threading.Thread(target=try_it); t.start(); t.join()
r.release()
print(results)  # expect: [False, False]

def take_and_release():
    results.append(r.acquire(timeout=30))
    r.release()

t = threading.Thread(target=take_and_release); t.start(); t.join()
print(results)  # expect: [False, False, True]
try:
    r.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock

def depth(n):
    with r:
        return 0 if n == 0 else 1 + depth(n - 1)

print(depth(20))  # expect: 20

class Account:
    def __init__(self): self.lock, self.total = threading.RLock(), 0
    def deposit(self, n):
        with self.lock: self.total += n
    def many(self, ns):
        with self.lock:
            for n in ns: self.deposit(n)

a = Account()
ts = [threading.Thread(target=a.many, args=([1] * 100,)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(a.total)  # expect: 400
