# A thread that waits for a socket makes progress beside one that computes.
# requires: threads network
import socket, threading, time
a, b = socket.socketpair()
stop = False
spins = 0

def spin():
    global spins
    while not stop: spins += 1

def echo():
    while True:
        data = b.recv(100)
        if not data: return
        b.sendall(data)

ts = [threading.Thread(target=spin), threading.Thread(target=echo)]
for t in ts: t.start()
answers = []
for i in range(10):
    a.sendall(b"%d" % i)
    answers.append(int(a.recv(100)))
while not spins: time.sleep(0.001)
stop = True
a.close()
for t in ts: t.join()
print(answers, spins > 0)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True
b.close()
