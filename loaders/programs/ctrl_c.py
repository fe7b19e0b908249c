"""Ctrl-C while the main thread waits for another: is it heard, and what does it cost until then?

    ctrl_c.py VARIANT MS 1,2

MS is how long KeyboardInterrupt is waited for; the arms are numbers of threads that count meanwhile. VARIANT is one of
    join        thread.join()
    timed-join  thread.join(1000): with a time-out, which Python before 3.2 waited for by sleeping and looking
A further thread watches the counting for MS, sends SIGINT to its process and watches again until it is heard.
Runs unchanged on CPython 2.7 and 3, PyPy and Convoy.
"""
from __future__ import division

import os
import signal
import sys
import threading
import time

from arms import Team, arms_of, clock, tell, used

LOOK_S = 0.005
# What a rate of counting can be told from.
TELLING_S = 0.02


def count(i, counts, over):
    n = 0
    while not over:
        n += 1
        counts[i] = n


def watch(counts, seconds, until):
    """Seconds that passed and what was counted in them, for so long or until it is heard."""
    begin, first = clock(), sum(counts)
    while not until and clock() < begin + seconds:
        time.sleep(LOOK_S)
    return clock() - begin, sum(counts) - first


def finger(counts, cap, heard, seen, sent):
    """Presses Ctrl-C in the middle."""
    seen.append(watch(counts, cap, []))
    sent.append(clock())
    os.kill(os.getpid(), signal.SIGINT)
    seen.append(watch(counts, cap, heard))


def wait_for(thread, variant, heard):
    try:
        if variant == "join":
            thread.join()
        else:
            thread.join(1000)
        time.sleep(0.1)
    except KeyboardInterrupt:
        heard.append(clock())


def rate(seen):
    seconds, counted = seen
    return counted / seconds


def arm(variant, cap, k, team):
    counts, over, heard, seen, sent = [0] * k, [], [], [], []
    # Each counts in a place of its own.
    places = iter(range(k))
    team.begin(k, lambda: count(next(places), counts, over))
    thread = threading.Thread(target=finger, args=(counts, cap, heard, seen, sent))
    thread.daemon = True
    before = used()
    thread.start()
    wait_for(thread, variant, heard)
    while len(seen) < 2:
        time.sleep(LOOK_S)
    over.append(1)
    team.end(k)
    delay = heard[0] - sent[0] if heard else cap
    in_time = delay < cap
    slower = None
    if delay > TELLING_S:
        slower = rate(seen[0]) / max(1e-9, rate(seen[1]))
    tell(variant, k, before, interrupted_share=1 if in_time else 0, delay_ms=delay * 1000 if in_time else None,
         counts_per_s=rate(seen[0]), pending_slowdown_ratio=slower)


def main(variant, ms, arms):
    sizes = arms_of(arms)
    team = Team(max(sizes))
    for k in sizes:
        arm(variant, float(ms) / 1000, k, team)


main(*sys.argv[1:])
