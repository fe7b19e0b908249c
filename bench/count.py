"""Counts down in a function and prints how many seconds that took: count.py ITERATIONS. Python 2.7 and later."""
import sys
import time

clock = getattr(time, "perf_counter", time.time)


def count(n):
    while n > 0:
        n -= 1


count(200000)
begin = clock()
count(int(sys.argv[1]))
print(clock() - begin)
