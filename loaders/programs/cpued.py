"""Two threads that compute, beside threads that compute for about 1 ms and then yield: who gets on?

    cpued.py VARIANT MS 0,1,2

MS is how long they are watched, the arms are numbers of yielding threads. VARIANT is one of
    yielding   after each turn of about 1 ms they call time.sleep(0)
    computing  the same threads without the call, for comparison
After Nir Aides's script in issue 7946, where a turn was 1,500 searches; here it is as many as take 1 ms. Progress is
counted in turns. Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
from __future__ import division

import sys
import time

from arms import Team, arms_of, clock, tell, used

COMPUTING = 2
TURN_S = 0.001


def foo(n):
    while n > 0:
        'y' in 'x' * n
        n -= 1


def calls_of_a_turn():
    """How many calls foo(100) take 1 ms."""
    best = 1.0
    for _ in range(30):
        begin = clock()
        for _ in range(20):
            foo(100)
        best = min(best, (clock() - begin) / 20)
    return max(1, int(round(TURN_S / max(best, 1e-6))))


def bar(calls, sleeps, turns, gaps, begin, end):
    """Take turns until the clock says that it is over: who ends it might be starved.

    Appends how many ended in time, and the longest time from the end of one to that of the next.
    """
    n, gap = 0, 0.0
    last = begin
    while last < end:
        for _ in range(calls):
            foo(100)
        now = clock()
        n += now < end
        gap = max(gap, now - last)
        last = now
        if sleeps:
            time.sleep(0)
    turns.append(n)
    gaps.append(gap)


def main(variant, ms, arms):
    calls = calls_of_a_turn()
    sizes = arms_of(arms)
    honest, others = Team(COMPUTING), Team(max(sizes))
    for k in sizes:
        turns, gaps, other_turns, other_gaps = [], [], [], []
        before = used()
        begin = clock()
        end = begin + float(ms) / 1000
        honest.begin(COMPUTING, bar, calls, False, turns, gaps, begin, end)
        others.begin(k, bar, calls, variant == "yielding", other_turns, other_gaps, begin, end)
        honest.end(COMPUTING)
        others.end(k)
        total = sum(turns) + sum(other_turns)
        tell(variant, k, before, turns_per_s=total / (end - begin),
             yielding_share=sum(other_turns) / k / max(1, total) if k > 0 else None,
             least_computing_share=min(turns) / max(1, total), computing_gap_ms_max=max(gaps) * 1000)


main(*sys.argv[1:])
