# Conditions, events and thread-local values with shared syntax.
# requires: threads
from __future__ import print_function
import threading
cond = threading.Condition()
items, out = [], []

def consume():
    for _ in range(5):
        with cond:
            while not items: cond.wait()
            out.append(items.pop(0))

t = threading.Thread(target=consume, name="consumer")
t.daemon = True
t.start()
for i in range(5):
    with cond:
        items.append(i)
        cond.notify()
t.join()
print(out, t.name, t.is_alive())  # expect: [0, 1, 2, 3, 4] consumer False
e = threading.Event()
w = threading.Thread(target=e.wait)
w.start()
e.set()
w.join()
print(e.is_set(), threading.current_thread().name)  # expect: True MainThread

class Mine(threading.Thread):
    def run(self): out.append("run")

m = Mine()
m.start(); m.join()
print(out[-1])  # expect: run
