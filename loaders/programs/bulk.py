"""One large message after the other over TCP, beside spinning threads.

    bulk.py VARIANT KIB 0,1,2

VARIANT is one of
    receive   the client sends KIB kibibytes and gets an empty message back
    send      the client sends an empty message and gets KIB kibibytes back
A message begins with its length in four bytes. Lines of JSON as echo_tcp.py prints them.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import sys

from served import receive, serve_arms

EMPTY = b"\0\0\0\0"


def length_of(prefix):
    a, b, c, d = bytearray(prefix)
    return a << 24 | b << 16 | c << 8 | d


def prefix_of(length):
    return bytes(bytearray([length >> 24 & 255, length >> 16 & 255, length >> 8 & 255, length & 255]))


def main(variant, kib, arms):
    reply = EMPTY
    if variant == "send":
        length = int(kib) * 1024
        reply = prefix_of(length) + b"x" * length

    def answer(connection):
        while True:
            prefix = receive(connection, 4)
            if len(prefix) < 4:
                break
            left = length_of(prefix)
            while left > 0:
                part = connection.recv(min(left, 65536))
                if not part:
                    return
                left -= len(part)
            connection.sendall(reply)

    serve_arms(answer, arms)


main(*sys.argv[1:])
