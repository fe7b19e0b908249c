"""A TCP echo server beside spinning threads, as others have published it.

    slides_echo.py KIND INTERVAL_MS SPINNERS

KIND is plain (recv, sendall), sized (blocking sockets; before each message stands its length in 4 bytes) or nonblocking
(plain, with select before each call). INTERVAL_MS is the switch interval; "-" leaves the interpreter's own. Lines of JSON as
those of io_priority.py: the port, then one when it may be asked, and after a line on standard input one at the end.
Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import select
import socket
import sys
import threading
import time

WARM_S = 0.1


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def plain(connection):
    while True:
        data = connection.recv(65536)
        if not data:
            return
        connection.sendall(data)


def exactly(connection, size):
    parts = []
    while size > 0:
        data = connection.recv(size)
        if not data:
            return b""
        parts.append(data)
        size -= len(data)
    return b"".join(parts)


def sized(connection):
    while True:
        head = exactly(connection, 4)
        if not head:
            return
        size = 0
        for byte in bytearray(head):
            size = size * 256 + byte
        body = exactly(connection, size)
        connection.sendall(head)
        connection.sendall(body)


def nonblocking(connection):
    connection.setblocking(False)
    while True:
        select.select([connection], [], [])
        data = connection.recv(65536)
        if not data:
            return
        while data:
            select.select([], [connection], [])
            data = data[connection.send(data):]


def spin():
    while True:
        pass


def main(kind, interval_ms, spinners):
    if interval_ms != "-":
        sys.setswitchinterval(float(interval_ms) / 1000)
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    server.listen(1)

    def serve():
        talk = {"plain": plain, "sized": sized, "nonblocking": nonblocking}[kind]
        while True:
            talk(server.accept()[0])

    for target in [serve] + [spin] * int(spinners):
        thread = threading.Thread(target=target)
        thread.daemon = True
        thread.start()
    time.sleep(WARM_S)
    say('{"port": %d}' % server.getsockname()[1])
    say('{"spinners": %d}' % int(spinners))
    sys.stdin.readline()
    say("{}")


main(*sys.argv[1:])
