"""How long does it take to count down, alone and in several threads?

    count.py VARIANT MS 1,2,4

MS is how long one thread needs for the count, alone. VARIANT is one of
    whole              each thread counts all of it; a single thread counts it twice, one after the other
    split              the threads share one count
    few, many          the same, in threads that are let go one by one
    0.1-ms, 100-ticks  as few, with this switch interval or check interval
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import sys
import time

from arms import COMPILED, SIMULATED, Team, arms_of, clock, set_interval, tell, used

# Iterations after which a just-in-time compiler, where there is one, has made its best code.
WARM = 1500000 if COMPILED else 20000
# Seconds that a coarse clock, such as Jython's of 1 ms, can tell.
MEASURABLE = 0.02


def count(n):
    while n > 0:
        n -= 1


def iterations(ms):
    """How many iterations one thread counts in so many milliseconds, when nothing takes the core away from it."""
    count(WARM)
    count(WARM)
    n, took, best = 50000, 0, 0
    while took < (0.001 if SIMULATED else MEASURABLE):
        n *= 2
        begin = clock()
        count(n)
        took = clock() - begin
        best = max(best, n / max(took, 0.001))
    return max(1000, int(best * ms / 1000.0))


def ready_count(n, ready, gate, ended):
    # Threads that were busy sit on cores of their own; fresh ones may share one.
    count(n // 4)
    ready.append(1)
    while not gate:
        count(1000)
    count(n)
    ended.append(clock())


def together(team, k, n):
    """Seconds that k threads need to count n each, at once, and what the process had used before."""
    ready, gate, ended = [], [], []
    team.begin(k, ready_count, n, ready, gate, ended)
    while len(ready) < k:
        time.sleep(0.002)
    before = used()
    begin = clock()
    gate.append(1)
    team.end(k)
    return max(ended) - begin, before


def let_go(team, k, n):
    """The same of threads that sleep until they are let go."""
    before = used()
    begin = clock()
    team.begin(k, count, n)
    team.end(k)
    return clock() - begin, before


def main(variant, ms, arms):
    n = iterations(float(ms))
    sizes = arms_of(arms)
    team = Team(max(sizes))
    one_by_one = variant not in ("whole", "split")
    measure = let_go if one_by_one else together
    # Twice: the first time brings the threads through all of the code that they will run.
    for n_warm in (WARM // 2, WARM):
        measure(team, max(sizes), n_warm // (max(sizes) if one_by_one else 1))
    set_interval(variant)
    for k in sizes:
        if variant == "whole":
            each = 2 * n if k == 1 else n
        else:
            each = n // k
        wall, before = measure(team, k, each)
        tell(variant, k, before, wall_s=wall, ns_per_iteration=wall * 1e9 / (each * k))


main(*sys.argv[1:])
