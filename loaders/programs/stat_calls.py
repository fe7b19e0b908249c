"""How long do calls of os.stat take, beside spinning threads?

    stat_calls.py VARIANT CALLS 0,1

Each gives the interpreter lock up around a system call that is over at once. VARIANT is only a name.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import os
import sys
import tempfile

from arms import Spinners, arms_of, clock, tell, used


def look(path, n):
    for _ in range(n):
        os.stat(path)


def main(variant, calls, arms):
    n = int(calls)
    sizes = arms_of(arms)
    spinners = Spinners(max(sizes))
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    look(path, n)
    for k in sizes:
        spinners.begin(k)
        before = used()
        begin = clock()
        look(path, n)
        wall = clock() - begin
        tell(variant, k, before, wall_s=wall, us_per_call=wall * 1e6 / n)
        spinners.end()
    os.remove(path)


main(*sys.argv[1:])
