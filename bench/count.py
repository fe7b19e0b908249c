"""Counts down in a function: count.py ITERATIONS. Python 2.7 and later.

Prints the seconds of so many iterations after a second of the same, and those of the first 200000.
"""
import sys
import time

clock = getattr(time, "perf_counter", time.time)


def count(n):
    while n > 0:
        n -= 1


def seconds(n):
    begin = clock()
    count(n)
    return clock() - begin


cold = seconds(200000)
begin = clock()
while clock() - begin < 1:
    count(200000)
print("%.9f %.9f" % (seconds(int(sys.argv[1])), cold))
