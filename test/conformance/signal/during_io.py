# A handler runs while the main thread waits for a pipe or a socket; the read goes on afterwards.
# requires: threads network signals
import os, signal, socket, threading, time
log = []
signal.signal(signal.SIGUSR1, lambda number, frame: log.append("handled"))
r, w = os.pipe()

def work():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGUSR1)
    deadline = time.monotonic() + 30
    while not log and time.monotonic() < deadline: time.sleep(0.001)
    os.write(w, b"data")

t = threading.Thread(target=work)
t.start()
print(os.read(r, 10), log)  # expect: b'data' ['handled']
t.join()
a, b = socket.socketpair()

def work2():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGUSR1)
    deadline = time.monotonic() + 30
    while len(log) < 2 and time.monotonic() < deadline: time.sleep(0.001)
    b.sendall(b"more")

t = threading.Thread(target=work2)
t.start()
print(a.recv(10), log)  # expect: b'more' ['handled', 'handled']
t.join()
a.close(); b.close(); os.close(r); os.close(w)
