"""One bytecode that takes long: how long does another thread, or a signal, wait meanwhile?

    long_bytecode.py VARIANT MS 0,1,2

MS is how long the bytecode takes alone; the arms are numbers of threads that execute it again and again. VARIANT is one of
    thread  the main thread sleeps for 1 ms at a time: how late does it wake?
    signal  the main thread is the first of those threads, or spins; a timer sends it signals: how late is the handler?
No lock lets go within a bytecode. `1 in itertools.repeat(0, n)` is one in every Python; Beazley's `-1 in range(n)` is
answered at once by Python 3. Runs unchanged on CPython 2.7 and 3, PyPy, Jython (without signals) and Convoy.
"""
from __future__ import division

import itertools
import signal
import sys
import time

from arms import CPYTHON, Team, arms_of, clock, spin, tell, used

NAP_S = 0.001
# How often the bytecode is executed while somebody waits.
TIMES = 8


def long_bytecode(n):
    return 1 in itertools.repeat(0, n)


def items(seconds):
    """For how many items the bytecode takes so long."""
    n, took = 10000, 0.0
    for _ in range(1 if CPYTHON else 20):
        long_bytecode(n)
    while took < seconds / 4:
        n *= 2
        begin = clock()
        long_bytecode(n)
        took = clock() - begin
    return max(1, int(n * seconds / took))


def again(n, over):
    while not over:
        long_bytecode(n)


def naps(seconds):
    """How late each nap ended, for so many seconds at least."""
    late = []
    end = clock() + seconds
    while clock() < end:
        begin = clock()
        time.sleep(NAP_S)
        late.append(clock() - begin - NAP_S)
    return late


def alarms(seconds, gap, n):
    """How late each signal of a timer was handled, while this thread executes the bytecode, or spins."""
    late, due, over = [], [0.0], []

    def handler(number, frame):
        late.append(clock() - due[0])
        due[0] = clock() + gap
        if due[0] > end:
            over.append(1)
        else:
            signal.setitimer(signal.ITIMER_REAL, gap)

    end = clock() + seconds
    signal.signal(signal.SIGALRM, handler)
    due[0] = clock() + gap
    signal.setitimer(signal.ITIMER_REAL, gap)
    if n > 0:
        again(n, over)
    else:
        spin(over)
    return late


def quantile(values, p):
    return sorted(values)[int(p * (len(values) - 1))]


def main(variant, ms, arms):
    alone = float(ms) / 1000
    n = items(alone)
    sizes = arms_of(arms)
    team = Team(max(sizes))
    for k in sizes:
        others = max(0, k - 1) if variant == "signal" else k
        over = []
        team.begin(others, again, n, over)
        before = used()
        if variant == "signal":
            late = alarms(TIMES * alone, alone / 3, n if k > 0 else 0)
        else:
            late = naps(TIMES * alone)
        over.append(1)
        team.end(others)
        tell(variant, k, before, latency_ms_p50=quantile(late, 0.5) * 1000, latency_ms_max=max(late) * 1000)


main(*sys.argv[1:])
