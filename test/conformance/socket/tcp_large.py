# A message larger than any buffer arrives whole and in order.
# requires: threads network
import socket, threading
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(1)
data = bytes(range(256)) * 4000

def send():
    connection, _ = server.accept()
    connection.sendall(data)
    connection.close()

t = threading.Thread(target=send)
t.start()
c = socket.create_connection(server.getsockname())
parts, total = [], 0
while True:
    part = c.recv(65536)
    if not part: break
    parts.append(part)
    total += len(part)
t.join()
print(total, b"".join(parts) == data, len(parts) > 1)  # expect: 1024000 True True
c.close()
server.close()
a, b = socket.socketpair()
a.sendall(b"into the buffer")
print(b.recv(10), b.recv(100))  # expect: b'into the b' b'uffer'
a.close()
print(b.recv(10))  # expect: b''
b.close()
