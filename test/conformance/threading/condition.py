# A Condition: wait, notify, notify_all, wait_for, limits, and its lock.
# requires: threads
import threading
cond = threading.Condition()
items, got = [], []

def consumer():
    with cond:
        while not items: cond.wait()
        got.append(items.pop(0))

ts = [threading.Thread(target=consumer) for _ in range(3)]
for t in ts: t.start()
for i in range(3):
    with cond:
        items.append(i)
        cond.notify()
for t in ts: t.join()
print(sorted(got), items)  # expect: [0, 1, 2] []
ready, woken = False, []

def waiter(n):
    with cond:
        print_ok = cond.wait_for(lambda: ready, timeout=30)
        woken.append((n, print_ok))

ts = [threading.Thread(target=waiter, args=(i,)) for i in range(4)]
for t in ts: t.start()
with cond:
    ready = True
    cond.notify_all()
for t in ts: t.join()
print(sorted(woken))  # expect: [(0, True), (1, True), (2, True), (3, True)]
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: False, 0.01), cond.wait_for(lambda: 5))
    # expect: False False 5
for action in [cond.wait, cond.notify, cond.notify_all]:
    try:
        action()
    except RuntimeError as error:
        print(error)
        # expect: cannot wait on un-acquired lock
        # expect: cannot notify on un-acquired lock
        # expect: cannot notify on un-acquired lock
lock = threading.Lock()
c2 = threading.Condition(lock)
with c2: print(lock.locked(), c2.acquire(False))  # expect: True False
print(lock.locked())  # expect: False
