"""How long does a signal wait for its handler?

    signal_latency.py busy|sleeping|joining 0,1,2,4

The first argument is what the main thread does, the last the order of the arms: numbers of spinning threads. Lines of
JSON: one for each signal that was handled, with the handler's first reading of two clocks; for each arm one when the
signals may come, and one with what it used. A line on standard input ends an arm; a sleeping main thread needs one more
signal, after the line {"over": ...}.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import os
import signal
import sys
import threading
import time

try:
    import resource
except ImportError:
    resource = None

CPYTHON = "cpython" in (getattr(sys, "subversion", None) or [sys.implementation.name])[0].lower()
# Where a just-in-time compiler needs them, two: the first brings the threads through all of the code that they will run.
WARM_UP_S = (0.05,) if CPYTHON else (0.25, 0.15)
WARM_S = 0.05
realtime = time.time
monotonic = getattr(time, "monotonic", time.time)
current = []
asleep = []
gone = []


class ArmOver(Exception):
    pass


def say(line):
    os.write(1, (line + "\n").encode("ascii"))


def handler(number, frame):
    now = monotonic()
    day = realtime()
    if current and current[0]:
        # Too late for this arm. Only a sleeper is woken by force: an exception in join() could leave its lock taken.
        if asleep:
            raise ArmOver()
        return
    say('{"monotonic_s": %.9f, "realtime_s": %.9f}' % (now, day))


def usage():
    """CPU seconds, voluntary and involuntary context switches of this process so far, or None."""
    if resource is None:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_nvcsw, used.ru_nivcsw


def difference(before, after):
    if before is None:
        return '"cpu_s": null, "voluntary_switches": null, "involuntary_switches": null'
    return '"cpu_s": %.6f, "voluntary_switches": %d, "involuntary_switches": %d' % (
        after[0] - before[0], after[1] - before[1], after[2] - before[2])


def spin(over):
    while not over:
        pass


def spinner(told, task, done):
    """A thread that spins each time it is told to."""
    while True:
        told.acquire()
        spin(task[0])
        done.release()


def start(k):
    """k spinning threads that are warm: a just-in-time compiler has seen all that they do."""
    spinners = [(threading.Semaphore(0), [None], threading.Semaphore(0)) for _ in range(k)]
    for each in spinners:
        thread = threading.Thread(target=spinner, args=each)
        thread.daemon = True
        thread.start()
    for seconds in WARM_UP_S:
        over = begin(spinners)
        time.sleep(seconds)
        end(spinners, over)
    return spinners


def begin(spinners):
    over = []
    for told, task, _ in spinners:
        task[0] = over
        told.release()
    return over


def end(spinners, over):
    over.append(1)
    for _, _, done in spinners:
        done.acquire()


def keep(main, spinners, over):
    """Wait for the loader's word, beside the main thread, and end the arm."""
    time.sleep(WARM_S)
    say('{"spinners": %d, "monotonic_s": %.9f, "realtime_s": %.9f}' % (spinners, monotonic(), realtime()))
    if not os.read(0, 1):
        gone.append(1)
    over.append(1)
    if main == "sleeping":
        say('{"over": %d}' % spinners)


def occupy(main, keeper, over):
    if main == "joining":
        keeper.join()
    elif main == "busy":
        while not over:
            pass
    else:
        try:
            asleep.append(1)
            while not over:
                time.sleep(5)
        except ArmOver:
            pass
        finally:
            del asleep[:]


def arm(main, spinners):
    over = begin(spinners)
    current[:] = [over]
    keeper = threading.Thread(target=keep, args=(main, len(spinners), over))
    keeper.daemon = True
    keeper.start()
    before = usage()
    occupy(main, keeper, over)
    end(spinners, over)
    keeper.join()
    say("{%s}" % difference(before, usage()))


def main(state, arms):
    signal.signal(signal.SIGUSR1, handler)
    say('{"pid": %d, "clock": "%s"}' % (os.getpid(), "realtime" if monotonic is realtime else "monotonic"))
    sizes = [int(k) for k in arms.split(",")]
    spinners = start(max(sizes))
    for k in sizes:
        arm(state, spinners[:k])
        if gone:
            return


main(*sys.argv[1:])
