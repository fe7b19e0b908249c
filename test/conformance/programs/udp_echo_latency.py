# Request and answer over UDP between two threads, with the count and order checked.
# requires: threads network
import socket, threading, time
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))

def serve():
    while True:
        message, address = server.recvfrom(64)
        server.sendto(message, address)
        if message == b"end": break

t = threading.Thread(target=serve)
t.start()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(30)
latencies, answers = [], []
for i in range(50):
    start = time.perf_counter()
    client.sendto(b"%d" % i, server.getsockname())
    answers.append(int(client.recvfrom(64)[0]))
    latencies.append(time.perf_counter() - start)
client.sendto(b"end", server.getsockname())
print(client.recv(64), answers == list(range(50)), min(latencies) > 0, len(latencies))
# expect: b'end' True True 50
t.join()
latencies.sort()
print(latencies[len(latencies) // 2] <= latencies[-1])  # expect: True
client.close(); server.close()
