# Options, addresses and helper functions.
# requires: network
import socket
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
# expect: True True
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0, s.fileno() > 2, s.gettimeout(), s.proto)
# expect: True True None 0
s.close()
print(socket.htons(1) in (1, 256), socket.ntohs(socket.htons(4660)), socket.ntohl(socket.htonl(5)), socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x7f\x00\x00\x01"))
# expect: True 4660 5 b'\x7f\x00\x00\x01' 127.0.0.1
l = socket.socket()
l.bind(("localhost", 0))
print(l.getsockname()[0], isinstance(socket.gethostname(), str), socket.gethostbyname("localhost"))
# expect: 127.0.0.1 True 127.0.0.1
l.close()
socket.setdefaulttimeout(3.5)
d = socket.socket()
print(d.gettimeout(), socket.getdefaulttimeout())  # expect: 3.5 3.5
d.close()
d.close()
