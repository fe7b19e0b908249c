"""Threads to be drawn on a timeline.

    scene.py KIND THREADS SIZE

    count   THREADS threads count down from SIZE each
    echo    beside THREADS counting threads one that SIZE times waits a little, then sends itself a datagram and receives it
    signal  beside THREADS counting threads the main thread sleeps, and SIZE times a timer's signal is to wake its handler

Counting threads beside another one end when that one does. Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import signal
import socket
import sys
import threading
import time

WAIT_S = 0.001
GAP_S = 0.01
over = False
gate = threading.Lock()


def count(n):
    while n > 0:
        n -= 1


def spin():
    while not over:
        count(1000)


def echo(n):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    address = server.getsockname()
    while n > 0:
        time.sleep(WAIT_S)
        server.sendto(b"x", address)
        server.recvfrom(16)
        n -= 1
    server.close()


handled = []


def alarms(n):
    signal.signal(signal.SIGALRM, lambda number, frame: handled.append(number))
    for i in range(n):
        signal.setitimer(signal.ITIMER_REAL, GAP_S)
        while len(handled) <= i:
            time.sleep(5 * GAP_S)


def behind(target):
    """A thread that begins when all threads are there."""

    def wait(*args):
        with gate:
            pass
        target(*args)

    return wait


def run(kind, threads, size):
    global over
    if kind == "count":
        started = [threading.Thread(target=behind(count), args=(size,)) for _ in range(threads)]
    else:
        started = [threading.Thread(target=behind(spin)) for _ in range(threads)]
    if kind == "echo":
        started.append(threading.Thread(target=behind(echo), args=(size,)))
    gate.acquire()
    for thread in started:
        thread.start()
    gate.release()
    if kind == "signal":
        alarms(size)
    if kind == "echo":
        started.pop().join()
    over = True
    for thread in started:
        thread.join()


run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
