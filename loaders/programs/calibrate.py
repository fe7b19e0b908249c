"""What do bytecodes and system calls cost?

    calibrate.py ITERATIONS ROUNDS

Prints one line of JSON: for each small loop the nanoseconds that one iteration takes, the least of ROUNDS. Each loop
executes one kind of bytecode more often than others. Then the cost of calls that reach the operating system.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
from __future__ import division

import os
import socket
import sys
import threading
import time

clock = getattr(time, "perf_counter", time.time)
GLOBAL = 1


class Thing(object):
    def __init__(self):
        self.field = 1

    def method(self):
        return None


def nothing():
    return None


def count(n):
    while n > 0:
        n -= 1


def move(n):
    a = b = 1
    while n > 0:
        n -= 1
        a = b
        b = a
        a = b
        b = a
        a = b
        b = a
        a = b
        b = a


def jump(n):
    no = False
    while n > 0:
        n -= 1
        if no:
            pass
        if no:
            pass
        if no:
            pass
        if no:
            pass


def arithmetic(n):
    a = 3
    b = 5
    while n > 0:
        n -= 1
        a + b
        a * b
        a - b
        a & b


def compare(n):
    a = 3
    b = 5
    while n > 0:
        n -= 1
        a < b
        a == b
        a is b
        a >= b


def name(n):
    while n > 0:
        n -= 1
        GLOBAL
        GLOBAL
        GLOBAL
        GLOBAL


def attribute(n):
    thing = Thing()
    while n > 0:
        n -= 1
        thing.field
        thing.field
        thing.field
        thing.field = n


def method(n):
    thing = Thing()
    while n > 0:
        n -= 1
        thing.method()
        thing.method()


def item(n):
    items = [1, 2, 3]
    table = {1: 2}
    while n > 0:
        n -= 1
        items[1]
        table[1]
        items[2]
        items[0] = n


def call(n):
    f = nothing
    while n > 0:
        n -= 1
        f()
        f()
        f()


def builtin(n):
    f = len
    items = [1, 2, 3]
    while n > 0:
        n -= 1
        f(items)
        f(items)
        f(items)


def iterate(n):
    items = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    while n > 0:
        n -= 1
        for each in items:
            pass


def build(n):
    a = 1
    while n > 0:
        n -= 1
        (a, n)
        [a, n]
        (n, a, n)


def attempt(n):
    while n > 0:
        n -= 1
        try:
            n
        finally:
            n


LOOPS = (count, move, jump, arithmetic, compare, name, attribute, method, item, call, builtin, iterate, build,
         attempt)


def least(action, n, rounds):
    """Nanoseconds of one iteration, the least of so many rounds."""
    best = None
    for _ in range(rounds):
        begin = clock()
        action(n)
        took = clock() - begin
        if best is None or took < best:
            best = took
    return best / n * 1e9


def clocks(n):
    for _ in range(n):
        clock()


def pipes(n):
    reading, writing = os.pipe()
    for _ in range(n):
        os.write(writing, b"x")
        os.read(reading, 1)
    os.close(reading)
    os.close(writing)


def processes(n):
    for _ in range(n):
        os.getppid()


BATCH = 16


def sockets(n, rounds):
    """Nanoseconds of a sendto and of a recvfrom over the loopback interface, each the least of so many rounds."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    address = server.getsockname()
    send = receive = None
    for _ in range(rounds):
        sending = receiving = 0
        for _ in range(n // BATCH):
            begin = clock()
            for _ in range(BATCH):
                server.sendto(b"x", address)
            middle = clock()
            for _ in range(BATCH):
                server.recvfrom(64)
            receiving += clock() - middle
            sending += middle - begin
        send = sending if send is None else min(send, sending)
        receive = receiving if receive is None else min(receive, receiving)
    server.close()
    calls = n // BATCH * BATCH
    return send / calls * 1e9, receive / calls * 1e9


def connects(n):
    """Connects to a listening socket and accepts, so many times."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    address = listener.getsockname()
    for _ in range(n):
        caller = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        caller.connect(address)
        accepted = listener.accept()[0]
        caller.close()
        accepted.close()
    listener.close()


def starts(n):
    for _ in range(n):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


def main(arguments):
    n, rounds = int(arguments[0]), int(arguments[1])
    # Warm-up: a just-in-time compiler, where there is one, has then made its best code.
    for loop in LOOPS:
        loop(n)
    loops = ['"%s": %.3f' % (loop.__name__, least(loop, n, rounds)) for loop in LOOPS]
    calls = max(BATCH, n // 100)
    send, receive = sockets(calls, rounds)
    system = [("clock", least(clocks, calls, rounds)), ("pipe", least(pipes, calls, rounds)),
              ("process", least(processes, calls, rounds)), ("send", send), ("receive", receive),
              ("connect", least(connects, max(1, calls // 20), rounds)),
              ("start", least(starts, max(1, calls // 50), rounds))]
    told = ['"%s": %.3f' % pair for pair in system]
    print('{"loops": {%s}, "calls": {%s}}' % (", ".join(loops), ", ".join(told)))


main(sys.argv[1:])
