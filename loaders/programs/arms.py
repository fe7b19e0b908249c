"""What the programs of the workloads share: lines of JSON, what a process has used, threads that wait for work.

Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
from __future__ import division

import json
import sys
import threading
import time

try:
    import resource
except ImportError:
    resource = None

clock = getattr(time, "perf_counter", time.time)
CPYTHON = "cpython" in (getattr(sys, "subversion", None) or [sys.implementation.name])[0].lower()
# Convoy counts what its lock does; on the simulated machine also the system calls.
lock_statistics = getattr(sys, "_lock_statistics", None)
SIMULATED = lock_statistics is not None and "lock_calls" in lock_statistics()
# Whether code becomes faster when it has run for a while.
COMPILED = not CPYTHON and not SIMULATED


def say(**fields):
    """One line of JSON for the loader."""
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def arms_of(text):
    """The numbers of threads in "1,2,4", in the order in which they are to be measured."""
    return [int(number) for number in text.split(",")]


def used():
    """What this process has used so far, by metric; what the system does not tell is left out."""
    figures = {}
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        figures["cpu_s"] = usage.ru_utime + usage.ru_stime
        figures["voluntary_switches"] = usage.ru_nvcsw
        figures["involuntary_switches"] = usage.ru_nivcsw
    if lock_statistics is not None:
        figures.update(lock_statistics())
    return figures


def since(before):
    """What this process has used since `before`."""
    after = used()
    return dict((name, after[name] - before[name]) for name in before)


def tell(variant, threads, before, **metrics):
    """The line of an arm: its metrics, and what was used since `before`."""
    metrics.update(since(before))
    say(variant=variant, threads=threads, metrics=metrics)


def set_interval(variant):
    """Sets the interval of a variant such as 0.1-ms or 1000-ticks; others leave the interpreter's own."""
    number, _, unit = variant.partition("-")
    if unit == "ms":
        sys.setswitchinterval(float(number) / 1000)
    elif unit == "ticks":
        sys.setcheckinterval(int(number))


class Team(object):
    """Threads that have been started and wait for work."""

    def __init__(self, size):
        self.members = [(threading.Semaphore(0), [None], threading.Semaphore(0)) for _ in range(size)]
        for member in self.members:
            thread = threading.Thread(target=self.serve, args=member)
            thread.daemon = True
            thread.start()

    def serve(self, told, task, done):
        while True:
            told.acquire()
            work, arguments = task[0]
            work(*arguments)
            done.release()

    def begin(self, size, work, *arguments):
        """The first `size` of them do `work`."""
        for told, task, _ in self.members[:size]:
            task[0] = work, arguments
            told.release()

    def end(self, size):
        """Waits until they have done it."""
        for _, _, done in self.members[:size]:
            done.acquire()


def spin(over):
    while not over:
        pass


class Spinners(object):
    """Threads that do nothing but run bytecode, while they are told to."""

    # Where a just-in-time compiler needs them, two: the first brings the threads through all that they will run.
    WARM_UP_S = (0.25, 0.15) if COMPILED else (0.02,)
    # From the start of spinning to the start of measuring.
    WARM_S = 0.02 if SIMULATED else 0.05

    def __init__(self, most):
        self.team = Team(most)
        self.over = []
        self.size = 0
        for seconds in self.WARM_UP_S if most > 0 else ():
            self.begin(most, seconds)
            self.end()

    def begin(self, size, warm_s=WARM_S):
        self.size, self.over = size, []
        self.team.begin(size, spin, self.over)
        if size > 0:
            time.sleep(warm_s)

    def end(self):
        self.over.append(1)
        self.team.end(self.size)
