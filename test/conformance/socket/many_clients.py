# A server with a thread for each client.
# requires: threads network
import socket, threading
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(16)
address = server.getsockname()

def handle(connection):
    total = 0
    with connection, connection.makefile("r") as lines:
        for line in lines:
            total += int(line)
        connection.sendall(str(total).encode())

def accept():
    hs = []
    for _ in range(6):
        connection, _ = server.accept()
        h = threading.Thread(target=handle, args=(connection,))
        h.start()
        hs.append(h)
    for h in hs: h.join()

acceptor = threading.Thread(target=accept)
acceptor.start()
results, lock = {}, threading.Lock()

def client(n):
    with socket.create_connection(address, timeout=30) as c:
        for i in range(n): c.sendall(b"%d\n" % i)
        c.shutdown(socket.SHUT_WR)
        answer = int(c.recv(100))
    with lock: results[n] = answer

cs = [threading.Thread(target=client, args=(n,)) for n in range(6)]
for c in cs: c.start()
for c in cs: c.join()
acceptor.join()
server.close()
print(sorted(results.items()))  # expect: [(0, 0), (1, 0), (2, 1), (3, 3), (4, 6), (5, 10)]
