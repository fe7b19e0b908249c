"""How long does it take to count down, alone and in several threads?

    contention.py calibrate SECONDS            print the cost of one iteration
    contention.py fixed ITERATIONS 1,2,3,4     each thread counts all of ITERATIONS
    contention.py split ITERATIONS 1,2,3,4     the threads share ITERATIONS

The third argument is the order of the arms: 1 counts in the main thread alone, k in k threads. A fourth one sets the
check interval, in ticks. Prints one line of JSON.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
from __future__ import division

import sys
import threading
import time

try:
    import resource
except ImportError:
    resource = None

clock = getattr(time, "perf_counter", time.time)


def count(n):
    while n > 0:
        n -= 1


def usage():
    """CPU seconds, voluntary and involuntary context switches of this process so far, or None."""
    if resource is None:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_nvcsw, used.ru_nivcsw


def alone(n, times):
    begin = clock()
    for _ in range(times):
        count(n)
    return clock() - begin


def counter(n, warm, ready, gate, ended):
    # Threads that have been busy for a while sit on cores of their own; fresh ones may share one.
    count(warm)
    ready.append(1)
    while not gate:
        count(1000)
    count(n)
    ended.append(clock())


def together(n, k):
    """Seconds that k threads need to count n each, and the seconds that it took to start them."""
    ready, gate, ended = [], [], []
    threads = [threading.Thread(target=counter, args=(n, n // 4, ready, gate, ended)) for _ in range(k)]
    begin = clock()
    for thread in threads:
        thread.start()
    start = clock() - begin
    while len(ready) < k:
        time.sleep(0.002)
    used = usage()
    begin = clock()
    gate.append(1)
    for thread in threads:
        thread.join()
    return max(ended) - begin, start, used


def difference(before, after):
    if before is None:
        return '"cpu_s": null, "voluntary_switches": null, "involuntary_switches": null'
    return '"cpu_s": %.6f, "voluntary_switches": %d, "involuntary_switches": %d' % (
        after[0] - before[0], after[1] - before[1], after[2] - before[2])


def arm(work, n, k):
    if k == 1:
        times = 2 if work == "fixed" else 1
        before = usage()
        wall = alone(n, times)
        start, total = "null", n * times
    else:
        each = n if work == "fixed" else n // k
        wall, start, before = together(each, k)
        start, total = "%.6f" % start, each * k
    return '{"threads": %d, "iterations_total": %d, "wall_s": %.9f, "start_s": %s, %s}' % (
        k, total, wall, start, difference(before, usage()))


def calibrate(seconds):
    end = clock() + seconds
    best = alone(100000, 1)
    while clock() < end:
        best = min(best, alone(100000, 1))
    print('{"ns_per_iteration": %.3f}' % (best / 100000 * 1e9))


def main(arguments):
    if arguments[0] == "calibrate":
        calibrate(float(arguments[1]))
        return
    work, n = arguments[0], int(arguments[1])
    if len(arguments) > 3:
        sys.setcheckinterval(int(arguments[3]))
    alone(n // 2, 2)
    arms = [arm(work, n, int(k)) for k in arguments[2].split(",")]
    print('{"arms": [%s]}' % ", ".join(arms))


main(sys.argv[1:])
