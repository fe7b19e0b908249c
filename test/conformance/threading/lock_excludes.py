# A critical section is never entered by two threads at once.
# requires: threads
import threading
lock = threading.Lock()
inside = 0
worst = 0
order = []

def enter(name):
    global inside, worst
    for _ in range(200):
        lock.acquire()
        try:
            inside += 1
            worst = max(worst, inside)
            for _ in range(20): pass
            inside -= 1
        finally:
            lock.release()
    order.append(name)

ts = [threading.Thread(target=enter, args=(n,)) for n in "abcd"]
for t in ts: t.start()
for t in ts: t.join()
print(worst, inside, sorted(order))  # expect: 1 0 ['a', 'b', 'c', 'd']
balance = [100, 100]

def transfer(a, b):
    for _ in range(500):
        with lock:
            balance[a] -= 1
            balance[b] += 1

ts = [threading.Thread(target=transfer, args=p) for p in [(0, 1), (1, 0), (0, 1)]]
for t in ts: t.start()
for t in ts: t.join()
print(balance, sum(balance))  # expect: [-400, 600] 200
