# Two threads share a counter and a lock. Python's lock is not the
# interpreter's: a thread can lose one and keep the other.
import threading
import time

ROUNDS = 2000
lock = threading.Lock()
total = 0


def add():
    global total
    for _ in range(ROUNDS):
        with lock:
            total += 1


begin = time.perf_counter()
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("%d in %.2f ms" % (total, (time.perf_counter() - begin) * 1000))
