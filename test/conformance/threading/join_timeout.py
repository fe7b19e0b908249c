# join with a limit returns None either way; is_alive tells.
# requires: threads
import threading
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
print(t.join(0.01), t.is_alive(), t.join(timeout=0), t.is_alive())  # expect: None True None True
gate.set()
print(t.join(30), t.is_alive())  # expect: None False

def nested():
    inner = threading.Thread(target=lambda: log.append("inner"))
    inner.start()
    inner.join()
    log.append("outer")

log = []
n = threading.Thread(target=nested)
n.start()
n.join()
print(log)  # expect: ['inner', 'outer']
chain = []

def start_next(n):
    chain.append(n)
    if n < 5:
        t = threading.Thread(target=start_next, args=(n + 1,))
        t.start()
        t.join()

start_next(0)
print(chain)  # expect: [0, 1, 2, 3, 4, 5]
