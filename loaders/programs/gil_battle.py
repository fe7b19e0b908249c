"""Of the check intervals of computing threads, after how many had another thread run?

    gil_battle.py VARIANT MS 1,2,3,4,6

MS is how long they battle; VARIANT is only a name. A trial is one check interval of computing: as many steps of a loop as
make 100 ticks where the interpreter counts them, else 5 ms by the clock. Before and after each a thread reads who computed
last: another one (switched), or still itself (missed). Sturla Molden counted the same in C, on the ticker itself
(python-dev, 2009-10-22). Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
from __future__ import division

import sys
import time

from arms import CPYTHON, Team, arms_of, clock, tell, used

CONVOY = sys.version_info >= (3,) and sys.implementation.name == "convoy"
COUNTS_TICKS = sys.getcheckinterval() > 0 if CONVOY else CPYTHON and sys.version_info < (3, 2)
INTERVAL_S = 0.005
# Two of the bytecodes of a step are ticks.
STEPS = 50


def ticks():
    n = STEPS
    while n > 0:
        n -= 1


def moment():
    end = clock() + INTERVAL_S
    while clock() < end:
        pass


def battle(places, last, results, over):
    me = next(places)
    trial = ticks if COUNTS_TICKS else moment
    switched = missed = 0
    last[0] = me
    while not over:
        trial()
        if last[0] == me:
            missed += 1
        else:
            switched += 1
            last[0] = me
    results.append((switched, missed))


def main(variant, ms, arms):
    sizes = arms_of(arms)
    team = Team(max(sizes))
    for k in sizes:
        results, over = [], []
        before = used()
        begin = clock()
        team.begin(k, battle, iter(range(k)), [None], results, over)
        time.sleep(float(ms) / 1000)
        over.append(1)
        team.end(k)
        took = clock() - begin
        switched = sum(pair[0] for pair in results)
        trials = max(1, switched + sum(pair[1] for pair in results))
        tell(variant, k, before, switched_share=switched / trials, switched_per_s=switched / took,
             trials_per_s=trials / took)


main(*sys.argv[1:])
