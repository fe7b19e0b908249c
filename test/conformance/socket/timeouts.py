# Time-outs and non-blocking sockets.
# python: 3.10-3.13
# requires: network
import socket
a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking())  # expect: None True
a.settimeout(0.02)
print(a.gettimeout())  # expect: 0.02
try:
    a.recv(10)
except socket.timeout as error:
    print(type(error).__name__, error, isinstance(error, OSError))  # expect: TimeoutError timed out True
a.setblocking(False)
print(a.gettimeout(), a.getblocking())  # expect: 0.0 False
try:
    a.recv(10)
except BlockingIOError as error:
    print(type(error).__name__, error.errno in (11, 35))  # expect: BlockingIOError True
b.send(b"data")
a.setblocking(True)
print(a.recv(10), a.gettimeout())  # expect: b'data' None
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
u.settimeout(0.02)
try:
    u.recvfrom(10)
except TimeoutError:
    print("TimeoutError")  # expect: TimeoutError
u.setblocking(0)
try:
    u.recvfrom(10)
except OSError as error:
    print(type(error).__name__)  # expect: BlockingIOError
l = socket.socket()
l.bind(("127.0.0.1", 0))
l.listen()
l.settimeout(0.02)
try:
    l.accept()
except socket.timeout as error:
    print(error)  # expect: timed out
try:
    a.settimeout(-1)
except ValueError as error:
    print(error)  # expect: Timeout value out of range
filled = 0
a.setblocking(False)
try:
    while True: filled += a.send(b"x" * 65536)
except BlockingIOError:
    print(filled > 0)  # expect: True
for s in (a, b, u, l): s.close()
