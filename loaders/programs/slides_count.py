"""Beazley's count as on his slides, in series or in threads.

    slides_count.py series K ITERATIONS            count ITERATIONS K times, one after the other
    slides_count.py threads K ITERATIONS [TICKS]   count ITERATIONS in each of K threads; TICKS is the check interval

Prints one line of JSON. Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
from __future__ import print_function

import sys
import threading
import time

clock = getattr(time, "perf_counter", time.time)


def count(n):
    while n > 0:
        n -= 1


def main(arm, k, n, ticks=None):
    if ticks is not None:
        sys.setcheckinterval(ticks)
    threads = [threading.Thread(target=count, args=(n,)) for _ in range(k)]
    begin = clock()
    if arm == "series":
        for _ in range(k):
            count(n)
    else:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    print('{"wall_s": %.9f}' % (clock() - begin))


main(sys.argv[1], *[int(argument) for argument in sys.argv[2:]])
