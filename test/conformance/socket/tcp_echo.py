# TCP over loopback: listen, accept, connect, sendall, recv until the end.
# requires: threads network
import socket, threading
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen(5)
address = server.getsockname()

def serve(count):
    for _ in range(count):
        connection, peer = server.accept()
        with connection:
            while True:
                data = connection.recv(1024)
                if not data: break
                connection.sendall(b"echo:" + data)

t = threading.Thread(target=serve, args=(2,))
t.start()
c = socket.create_connection(address, timeout=30)
c.sendall(b"hello")
print(c.recv(100), c.getpeername() == address)  # expect: b'echo:hello' True
c.close()
with socket.socket() as d:
    d.connect(address)
    d.sendall(b"again")
    d.shutdown(socket.SHUT_WR)
    received = b""
    while True:
        part = d.recv(3)
        if not part: break
        received += part
    print(received)  # expect: b'echo:again'
t.join()
server.close()
print(server.fileno(), c.fileno())  # expect: -1 -1
try:
    c.send(b"x")
except OSError as error:
    print(type(error).__name__, error.errno == 9)  # expect: OSError True
