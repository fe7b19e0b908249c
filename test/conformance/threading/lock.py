# A Lock is taken and released, tried, waited for with a limit, and used by with.
# python: 3.8-3.12
# requires: threads
import threading
lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
# expect: False True True False False False
lock.release()
print(lock.locked())  # expect: False
with lock:
    print(lock.locked())  # expect: True
print(lock.locked())  # expect: False
try:
    lock.release()
except RuntimeError as error:
    print(error)  # expect: release unlocked lock
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print("released:", not lock.locked())  # expect: released: True
count = 0

def add(n):
    global count
    for _ in range(n):
        with lock:
            count += 1

ts = [threading.Thread(target=add, args=(2000,)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(count)  # expect: 8000
lock.acquire()
releaser = threading.Thread(target=lock.release)
releaser.start()
print(lock.acquire(timeout=30))  # expect: True
releaser.join()
for action in [lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2)]:
    try:
        action()
    except ValueError as error:
        print(error)
        # expect: can't specify a timeout for a non-blocking call
        # expect: timeout value must be positive
