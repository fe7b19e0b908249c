# Counting down in one thread and in two: the classic measurement, with fixed and with split work.
# requires: threads
import threading, time

def count(n):
    while n > 0:
        n -= 1

def sequential(n):
    count(n)
    count(n)

def threaded(n):
    a = threading.Thread(target=count, args=(n,))
    b = threading.Thread(target=count, args=(n,))
    a.start(); b.start()
    a.join(); b.join()

for name, run in [("sequential", sequential), ("threaded", threaded)]:
    start = time.time()
    run(60000)
    print(name, time.time() - start > 0)
    # expect: sequential True
    # expect: threaded True
lock, total = threading.Lock(), 0

def share(n):
    global total
    for _ in range(n):
        with lock: total += 1

ts = [threading.Thread(target=share, args=(1000 // k,)) for k in (2, 4, 5)]
for t in ts: t.start()
for t in ts: t.join()
print(total)  # expect: 950
