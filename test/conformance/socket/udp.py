# UDP over loopback: sendto, recvfrom, connect, and a thread that answers.
# requires: threads network
import socket, threading
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
host, port = server.getsockname()
print(host, port > 0)  # expect: 127.0.0.1 True

def echo():
    while True:
        data, address = server.recvfrom(2048)
        if data == b"stop": return
        server.sendto(data.upper(), address)

t = threading.Thread(target=echo)
t.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(30)
for word in [b"one", b"two", b""]:
    print(client.sendto(word, (host, port)), client.recvfrom(100)[0])
    # expect: 3 b'ONE'
    # expect: 3 b'TWO'
    # expect: 0 b''
client.connect((host, port))
client.send(b"connected")
print(client.recv(4), client.getpeername() == (host, port))  # expect: b'CONN' True
client.sendall(b"x" * 1000)
print(len(client.recv(2000)), client.sendto(b"stop", (host, port)))  # expect: 1000 4
t.join()
print(client.type == socket.SOCK_DGRAM, client.family == socket.AF_INET)  # expect: True True
server.close()
client.close()
