# Threads talk over TCP, UDP and socket pairs while another computes: every byte comes, in order. Arguments: seed, threads.
import random, socket, sys, threading
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)
wrong, stop = [], []

def spin():
    while not stop: sum(range(50))

def answer(connection):
    with connection:
        while True:
            data = connection.recv(4096)
            if not data: return
            connection.sendall(data.swapcase())

def serve(server):
    handlers = [threading.Thread(target=answer, args=(server.accept()[0],)) for _ in range(threads)]
    for h in handlers: h.start()
    for h in handlers: h.join()

def exact(connection, count):
    parts = []
    while count:
        parts.append(connection.recv(count))
        if not parts[-1]: return b"".join(parts)
        count -= len(parts[-1])
    return b"".join(parts)

def talk(me, address):
    r = random.Random(seed * 100 + me)
    with socket.create_connection(address, timeout=60) as c:
        for n in range(40 // threads):
            message = (b"%d,%dx" % (me, n)) * r.randrange(1, 400)
            c.sendall(message)
            if exact(c, len(message)) != message.swapcase(): wrong.append("tcp")
    a, b = socket.socketpair()
    sent = bytes(r.randrange(256) for _ in range(100)) * 20
    t = threading.Thread(target=a.sendall, args=(sent,))
    t.start()
    if exact(b, len(sent)) != sent: wrong.append("pair")
    t.join(); a.close(); b.close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as u:
        u.bind(("127.0.0.1", 0))
        u.settimeout(60)
        for n in range(10):
            u.sendto(b"%d" % n, u.getsockname())
            if u.recvfrom(100)[0] != b"%d" % n: wrong.append("udp")

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(threads)
spinner, acceptor = threading.Thread(target=spin), threading.Thread(target=serve, args=(server,))
ts = [threading.Thread(target=talk, args=(i, server.getsockname())) for i in range(threads)]
for t in [spinner, acceptor] + ts: t.start()
for t in ts + [acceptor]: t.join()
stop.append(1)
spinner.join()
server.close()
print("ok" if not wrong else wrong[:5])
