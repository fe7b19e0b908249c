"""How long does it take to count down, alone and in several threads?

    contention.py calibrate SECONDS            print the cost of one iteration
    contention.py fixed ITERATIONS 1,2,3,4     each thread counts all of ITERATIONS
    contention.py split ITERATIONS 1,2,3,4     the threads share ITERATIONS

The third argument is the order of the arms: 1 counts in one thread twice in a row, k in k threads at once; the main
thread waits. A fourth one sets the check interval, in ticks. Prints one line of JSON.
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


CPYTHON = "cpython" in (getattr(sys, "subversion", None) or [sys.implementation.name])[0].lower()
# Iterations after which a just-in-time compiler, where there is one, has made its best code.
WARM = 100000 if CPYTHON else 1500000

# Seconds that a coarse clock, such as Jython's of 1 ms, can tell.
MEASURABLE = 0.01


def usage():
    """CPU seconds, voluntary and involuntary context switches of this process so far, or None."""
    if resource is None:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_nvcsw, used.ru_nivcsw


def counter(told, task, done):
    """A thread that counts each time it is told to."""
    while True:
        told.acquire()
        n, ready, gate, ended = task[0]
        # Threads that were busy sit on cores of their own; fresh ones may share one.
        count(n // 4)
        ready.append(1)
        while not gate:
            count(1000)
        count(n)
        ended.append(clock())
        done.release()


def start(k):
    """What k warm threads are told by, and the seconds that it took to start them."""
    counters = [(threading.Semaphore(0), [None], threading.Semaphore(0)) for _ in range(k)]
    threads = [threading.Thread(target=counter, args=each) for each in counters]
    begin = clock()
    for thread in threads:
        thread.daemon = True
        thread.start()
    start = clock() - begin
    # Twice: the first time brings the threads through all of the code that they will run.
    together(WARM // 2, counters)
    together(WARM, counters)
    return counters, start


def together(n, counters):
    """Seconds that these threads need to count n each, and what the process had used before."""
    ready, gate, ended = [], [], []
    for told, task, _ in counters:
        task[0] = n, ready, gate, ended
        told.release()
    while len(ready) < len(counters):
        time.sleep(0.002)
    used = usage()
    begin = clock()
    gate.append(1)
    for _, _, done in counters:
        done.acquire()
    return max(ended) - begin, used


def difference(before, after):
    if before is None:
        return '"cpu_s": null, "voluntary_switches": null, "involuntary_switches": null'
    return '"cpu_s": %.6f, "voluntary_switches": %d, "involuntary_switches": %d' % (
        after[0] - before[0], after[1] - before[1], after[2] - before[2])


def arm(work, n, counters):
    k = len(counters)
    if work == "split":
        each = n // k
    else:
        each = 2 * n if k == 1 else n
    wall, before = together(each, counters)
    return '{"threads": %d, "iterations_total": %d, "wall_s": %.9f, %s}' % (
        k, each * k, wall, difference(before, usage()))


def calibrate(seconds):
    end = clock() + seconds
    n, best = 100000, seconds
    while clock() < end:
        begin = clock()
        count(n)
        took = clock() - begin
        if took < MEASURABLE:
            n *= 2
        else:
            best = min(best, took / n)
    print('{"ns_per_iteration": %.3f}' % (best * 1e9))


def main(arguments):
    if arguments[0] == "calibrate":
        calibrate(float(arguments[1]))
        return
    work, n = arguments[0], int(arguments[1])
    if len(arguments) > 3:
        sys.setcheckinterval(int(arguments[3]))
    sizes = [int(k) for k in arguments[2].split(",")]
    counters, start_s = start(max(sizes))
    arms = [arm(work, n, counters[:k]) for k in sizes]
    print('{"start_s": %.6f, "arms": [%s]}' % (start_s, ", ".join(arms)))


main(sys.argv[1:])
