"""How long an iteration of some small loops takes: measure.py [NAME ...]. Python 2.7 and later.

Prints a line of JSON for each loop: nanoseconds an iteration, the least and the median over samples that follow a second
of the same, and those of the very first 200000 iterations.
"""
from __future__ import division, print_function
import json
import sys
import time

clock = getattr(time, "perf_counter", time.time)
SAMPLES = 40
ITERATIONS = 50000
COLD_ITERATIONS = 200000


class Counter(object):
    def __init__(self):
        self.value = 0

    def same(self, n):
        return n


def identity(n):
    return n


def count(n):
    while n > 0:
        n -= 1


def call(n):
    f = identity
    while n > 0:
        f(n)
        n -= 1


def method(n):
    counter = Counter()
    while n > 0:
        counter.same(n)
        n -= 1


def attribute(n):
    counter = Counter()
    while n > 0:
        counter.value += 1
        n -= 1


def real(n):
    x = 0.5
    while n > 0:
        x = x * 1.5 - x
        n -= 1


def append(n):
    items = []
    while n > 0:
        items.append(n)
        n -= 1


def walk(n):
    total = 0
    for i in range(n):
        total += i & 1


def index(n):
    items = [0] * 64
    while n > 0:
        items[n & 63] = items[1]
        n -= 1


LOOPS = [count, call, method, attribute, real, append, walk, index]


def ns(loop, iterations):
    begin = clock()
    loop(iterations)
    return (clock() - begin) * 1e9 / iterations


def measure(loop):
    cold = ns(loop, COLD_ITERATIONS)
    until = clock() + 1
    while clock() < until:
        loop(ITERATIONS)
    warm = sorted([ns(loop, ITERATIONS) for _ in range(SAMPLES)])
    return {"loop": loop.__name__, "ns_min": warm[0], "ns_p50": warm[SAMPLES // 2], "ns_cold": cold}


wanted = sys.argv[1:] or [loop.__name__ for loop in LOOPS]
for loop in LOOPS:
    if loop.__name__ in wanted:
        print(json.dumps(measure(loop)))
