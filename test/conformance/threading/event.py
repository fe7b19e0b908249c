# An Event is set, waited for and cleared.
# requires: threads
import threading, time
e = threading.Event()
print(e.is_set(), e.wait(0.01), e.wait(timeout=0))  # expect: False False False
log = []

def waiter(n):
    log.append((n, e.wait(30)))

ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start()
e.set()
for t in ts: t.join()
print(sorted(log), e.is_set(), e.wait())  # expect: [(0, True), (1, True), (2, True)] True True
e.clear()
print(e.is_set())  # expect: False
ping, pong = threading.Event(), threading.Event()
rally = []

def player():
    for i in range(3):
        ping.wait(); ping.clear()
        rally.append("ping %d" % i)
        pong.set()

t = threading.Thread(target=player)
t.start()
for i in range(3):
    ping.set()
    pong.wait(); pong.clear()
    rally.append("pong %d" % i)
t.join()
print(rally)  # expect: ['ping 0', 'pong 0', 'ping 1', 'pong 1', 'ping 2', 'pong 2']
stop = threading.Event()
turns = [0]

def loop():
    while not stop.wait(0.001): turns[0] += 1

t = threading.Thread(target=loop)
t.start()
while turns[0] < 3: time.sleep(0.001)
stop.set()
t.join()
print(turns[0] >= 3)  # expect: True
