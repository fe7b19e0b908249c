"""An echo server of messages that begin with their length, beside work that only computes, as in Beazley's talk of 2011.

    echo_sized.py VARIANT MESSAGES 0,1,2

VARIANT is one of
    blocking      blocking sockets, computing threads
    nonblocking   sockets that do not wait, and select; computing threads
    processes     blocking sockets; the computing is done by other processes
The client sends MESSAGES messages in each arm. Lines of JSON as echo_tcp.py prints them.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and, but for `processes`, on Convoy.
"""
import errno
import select
import sys

from served import FAILURES, receive, serve_arms

WOULD_WAIT = errno.EAGAIN, errno.EWOULDBLOCK


def length_of(prefix):
    a, b, c, d = bytearray(prefix)
    return a << 24 | b << 16 | c << 8 | d


def echo(connection):
    while True:
        prefix = receive(connection, 4)
        if len(prefix) < 4:
            break
        connection.sendall(prefix + receive(connection, length_of(prefix)))


class Unblocked(object):
    """A connection whose calls never wait: select does."""

    def __init__(self, connection):
        connection.setblocking(False)
        self.connection = connection

    def recv(self, count):
        while True:
            try:
                return self.connection.recv(count)
            except FAILURES as failure:
                if failure.errno not in WOULD_WAIT:
                    raise
            select.select([self.connection], [], [])

    def sendall(self, data):
        while data:
            try:
                data = data[self.connection.send(data):]
            except FAILURES as failure:
                if failure.errno not in WOULD_WAIT:
                    raise
                select.select([], [self.connection], [])


def echo_unblocked(connection):
    echo(Unblocked(connection))


class Processes(object):
    """Computing processes in place of threads."""

    def __init__(self, _most):
        self.running = []

    def begin(self, size):
        from subprocess import Popen
        self.running = [Popen([sys.executable, "-c", "while True: pass"]) for _ in range(size)]

    def end(self):
        for process in self.running:
            process.kill()
            process.wait()


def main(variant, _messages, arms):
    if variant == "processes":
        serve_arms(echo, arms, Processes)
    else:
        serve_arms(echo_unblocked if variant == "nonblocking" else echo, arms)


main(*sys.argv[1:])
