"""A TCP echo server in the main thread, beside spinning threads: the opening experiment of issue 7946.

    echo_tcp.py stream MS 0,1,2,4

The last argument is the order of the arms: numbers of spinning threads. How long is asked, the client knows; MS is not used
here. Lines of JSON: the port, then for each arm one line when it may be asked, and, after the client has closed its
connection and a line has come on standard input, one with what it used.
Runs unchanged on CPython 2.7 and 3, PyPy, Jython and Convoy.
"""
import sys

from served import serve_arms


def echo(connection):
    while True:
        data = connection.recv(8192)
        if not data:
            break
        connection.sendall(data)


def main(_variant, _ms, arms):
    serve_arms(echo, arms)


main(*sys.argv[1:])
