"""How many times a second does a loop go round that is to go round 600 times, beside spinning threads?

    control_loop.py VARIANT MS 0,1,2

MS is how long it is watched. Each round sleeps until its time, makes a short call and computes a little; one that is late
is not made up for. VARIANT is one of
    releasing  the call gives the interpreter lock up: os.stat
    holding    the call keeps it: as many steps of a loop in its place
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
from __future__ import division

import os
import sys
import tempfile
import time

from arms import Spinners, arms_of, clock, tell, used

PERIOD_S = 1.0 / 600
STEPS = 40


def compute(n):
    while n > 0:
        n -= 1


def control(seconds, path, releasing):
    """Rounds, the latest start of one and the seconds that passed."""
    begin = now = clock()
    due = begin + PERIOD_S
    rounds, late = 0, 0.0
    while now < begin + seconds:
        if due > now:
            time.sleep(due - now)
        late = max(late, clock() - due)
        if releasing:
            os.stat(path)
        else:
            compute(STEPS)
        compute(STEPS)
        rounds += 1
        now = clock()
        due = max(due + PERIOD_S, now)
    return rounds, late, now - begin


def main(variant, ms, arms):
    sizes = arms_of(arms)
    spinners = Spinners(max(sizes))
    path = tempfile.gettempdir()
    for k in sizes:
        spinners.begin(k)
        before = used()
        rounds, late, took = control(float(ms) / 1000, path, variant == "releasing")
        tell(variant, k, before, rounds_per_s=rounds / took, late_ms_max=late * 1000)
        spinners.end()


main(*sys.argv[1:])
