# Semaphores let a number of threads in; the bounded kind refuses too many releases.
# python: 3.9-3.13
# requires: threads
import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
# expect: True True False False
s.release()
print(s.acquire(False))  # expect: True
s.release(2)
pool, lock = threading.Semaphore(3), threading.Lock()
active, worst, done = 0, 0, 0

def job():
    global active, worst, done
    with pool:
        with lock:
            active += 1
            worst = max(worst, active)
        for _ in range(200): pass
        with lock:
            active -= 1
            done += 1

ts = [threading.Thread(target=job) for _ in range(12)]
for t in ts: t.start()
for t in ts: t.join()
print(worst <= 3, active, done)  # expect: True 0 12
b = threading.BoundedSemaphore(1)
with b: pass
try:
    b.release()
except ValueError as error:
    print(error)  # expect: Semaphore released too many times
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)  # expect: semaphore initial value must be >= 0
empty = threading.Semaphore(0)
order = []

def waits():
    empty.acquire()
    order.append("after")

t = threading.Thread(target=waits)
t.start()
order.append("before")
empty.release()
t.join()
print(order)  # expect: ['before', 'after']
