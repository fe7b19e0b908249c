# Two threads that count, beside one that counts twice as far.
import threading
import time

N = 100000


def count(n):
    while n > 0:
        n -= 1


begin = time.perf_counter()
count(2 * N)
alone = time.perf_counter() - begin
print("one thread:  %.2f ms" % (alone * 1000))

threads = [threading.Thread(target=count, args=(N,)) for _ in range(2)]
begin = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
together = time.perf_counter() - begin
print("two threads: %.2f ms" % (together * 1000))
print("two over one: %.2f" % (together / alone))
