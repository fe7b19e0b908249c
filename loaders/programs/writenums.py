"""How long do many small writes to one file take, beside spinning threads?

    writenums.py VARIANT NUMBERS 0,1,2

VARIANT is one of
    buffered  the file's own buffer gathers NUMBERS numbers
    line      each line is written at once; a hundredth of the numbers
After Florent Xicluna's test in issue 7946. Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import os
import sys
import tempfile

from arms import Spinners, arms_of, clock, tell, used


def writenums(f, n):
    for x in range(n):
        f.write("%d\n" % x)


def timed(path, variant, n):
    """Seconds that it takes to open a file, write n numbers and close it."""
    begin = clock()
    with open(path, "w", 1 if variant == "line" else -1) as f:
        writenums(f, n)
    return clock() - begin


def main(variant, numbers, arms):
    n = int(numbers) // 100 if variant == "line" else int(numbers)
    sizes = arms_of(arms)
    spinners = Spinners(max(sizes))
    descriptor, path = tempfile.mkstemp()
    os.close(descriptor)
    timed(path, variant, n)
    for k in sizes:
        spinners.begin(k)
        before = used()
        wall = timed(path, variant, n)
        tell(variant, k, before, wall_s=wall, us_per_write=wall * 1e6 / n)
        spinners.end()
    os.remove(path)


main(*sys.argv[1:])
