# UDP and pipes with shared syntax and bytes.
# requires: threads network
from __future__ import print_function
import os, socket, threading
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))

def echo():
    for _ in range(3):
        data, address = server.recvfrom(100)
        server.sendto(data + b"!", address)

t = threading.Thread(target=echo)
t.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(30.0)
for word in [b"one", b"two", b"three"]:
    client.sendto(word, server.getsockname())
    print(client.recvfrom(100)[0].decode("ascii"))
    # expect: one!
    # expect: two!
    # expect: three!
t.join()
r, w = os.pipe()
os.write(w, b"pipe")
print(os.read(r, 10).decode("ascii"))  # expect: pipe
client.settimeout(0.01)
try:
    client.recvfrom(10)
except socket.timeout:
    print("timed out")  # expect: timed out
