"""Calls that block for half a millisecond, without the lock, beside spinning threads: how long each takes.

    slides_calls.py CALLS INTERVAL_MS SPINNERS

INTERVAL_MS is the switch interval; "-" leaves the interpreter's own. Prints one line of JSON.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import sys
import threading
import time

clock = getattr(time, "perf_counter", time.time)
WARM_S = 0.1
CALL_S = 0.0005


def spin():
    while True:
        pass


def main(calls, interval_ms, spinners):
    if interval_ms != "-":
        sys.setswitchinterval(float(interval_ms) / 1000)
    for _ in range(int(spinners)):
        thread = threading.Thread(target=spin)
        thread.daemon = True
        thread.start()
    time.sleep(WARM_S)
    begin = clock()
    for _ in range(int(calls)):
        time.sleep(CALL_S)
    sys.stdout.write('{"call_s": %.9f}\n' % ((clock() - begin) / int(calls)))


main(*sys.argv[1:])
