"""A UDP echo server beside spinning threads.

    io_priority.py INTERVAL_MS CHECK_INTERVAL 0,1,2,4

INTERVAL_MS is the switch interval and CHECK_INTERVAL the check interval; "-" leaves the interpreter's own. The last
argument is the order of the arms: numbers of spinning threads. Lines of JSON: the port of the server, then for each arm
one line when it may be asked, and, after a line on standard input, one with what it used.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import socket
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
WARM_S = 0.1


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


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


def serve(server):
    while True:
        data, client = server.recvfrom(2048)
        server.sendto(data, client)


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


def arm(spinners):
    """Spin until the loader sends a line. False when it has gone."""
    over = begin(spinners)
    time.sleep(WARM_S)
    before = usage()
    say('{"spinners": %d}' % len(spinners))
    more = sys.stdin.readline()
    say("{%s}" % difference(before, usage()))
    end(spinners, over)
    return len(more) > 0


def main(interval_ms, check_interval, arms):
    if interval_ms != "-":
        sys.setswitchinterval(float(interval_ms) / 1000)
    if check_interval != "-":
        sys.setcheckinterval(int(check_interval))
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=serve, args=(server,))
    thread.daemon = True
    thread.start()
    sizes = [int(k) for k in arms.split(",")]
    spinners = start(max(sizes))
    say('{"port": %d}' % server.getsockname()[1])
    for k in sizes:
        if not arm(spinners[:k]):
            return


main(*sys.argv[1:])
