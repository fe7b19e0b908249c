"""How evenly do threads share the processor that all compute?

    fair.py VARIANT MS 2,3,4,8

MS is how long they are watched; VARIANT is only a name. Progress is counted in blocks of a hundred steps.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
from __future__ import division

import sys

from arms import Team, arms_of, clock, tell, used

STEPS = 100


def compute(blocks, gaps, begin, end):
    """Appends how many blocks were done, and the longest time from the end of one to that of the next."""
    done, gap = 0, 0.0
    last = begin
    while last < end:
        n = STEPS
        while n > 0:
            n -= 1
        now = clock()
        done += now < end
        if now - last > gap:
            gap = now - last
        last = now
    blocks.append(done)
    gaps.append(gap)


def variation(values):
    """Standard deviation over mean."""
    mean = sum(values) / len(values)
    return (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5 / max(mean, 1e-9)


def main(variant, ms, arms):
    sizes = arms_of(arms)
    team = Team(max(sizes))
    for k in sizes:
        blocks, gaps = [], []
        before = used()
        begin = clock()
        end = begin + float(ms) / 1000
        team.begin(k, compute, blocks, gaps, begin, end)
        team.end(k)
        total = max(1, sum(blocks))
        tell(variant, k, before, blocks_per_s=total / (end - begin), variation_ratio=variation(blocks),
             least_share=min(blocks) / total, greatest_share=max(blocks) / total, gap_ms_max=max(gaps) * 1000)


main(*sys.argv[1:])
