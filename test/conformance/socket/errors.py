# What sockets refuse: a closed port, an address in use, a bad name, a closed socket.
# python: 3.10-3.13
# requires: network
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
port = s.getsockname()[1]
s.close()
c = socket.socket()
try:
    c.connect(("127.0.0.1", port))
except ConnectionRefusedError as error:
    print(type(error).__name__, error.errno in (61, 111))  # expect: ConnectionRefusedError True
print(c.connect_ex(("127.0.0.1", port)) != 0)  # expect: True
c.close()
a = socket.socket()
a.bind(("127.0.0.1", 0))
a.listen(1)
b = socket.socket()
try:
    b.bind(a.getsockname())
except OSError as error:
    print(type(error).__name__, error.strerror)  # expect: OSError Address already in use
try:
    b.recv(10)
except OSError as error:
    print("not connected:", error.errno in (57, 107))  # expect: not connected: True
a.close()
try:
    a.accept()
except OSError as error:
    print(error.strerror)  # expect: Bad file descriptor
for action in [lambda: b.connect("127.0.0.1"), lambda: b.connect(("127.0.0.1", "x")), lambda: b.send("text"), lambda: b.recv(-1), lambda: b.connect(("127.0.0.1", 70000))]:
    try:
        action()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: ValueError
        # expect: OverflowError
b.close()
print(socket.timeout is TimeoutError, issubclass(socket.gaierror, OSError), socket.error is OSError)
# expect: True True True
