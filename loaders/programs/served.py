"""The arms of a server over TCP that stands in the main thread, beside spinning threads.

Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import socket
import sys

from arms import Spinners, arms_of, say, since, used

FAILURES = (OSError, IOError, socket.error)


def serve_arms(serve, arms, beside=Spinners):
    """For each arm, a connection that `serve` is called with until it ends, beside so many threads that compute.

    `beside(most)` makes them; it has begin(number) and end().
    """
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    sizes = arms_of(arms)
    spinners = beside(max(sizes))
    say(port=server.getsockname()[1])
    for k in sizes:
        spinners.begin(k)
        before = used()
        say(spinners=k)
        connection, _ = server.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            serve(connection)
        except FAILURES:
            # The client has waited too long and is gone.
            pass
        figures = since(before)
        connection.close()
        spinners.end()
        more = sys.stdin.readline()
        say(metrics=figures)
        if not more:
            return


def receive(connection, count):
    """Exactly so many bytes, or fewer where the stream ends."""
    parts = []
    while count > 0:
        part = connection.recv(min(count, 65536))
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
