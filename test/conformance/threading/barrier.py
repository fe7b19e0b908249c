# A Barrier lets all parties through together, and breaks for all of them.
# requires: threads
import threading
log, lock = [], threading.Lock()
def action(): log.append("|")
b = threading.Barrier(3, action)

def party(n):
    for round in range(2):
        with lock: log.append(n)
        b.wait()

ts = [threading.Thread(target=party, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print([sorted(log[0:3]), log[3], sorted(log[4:7]), log[7]], b.parties, b.n_waiting, b.broken)
# expect: [[0, 1, 2], '|', [0, 1, 2], '|'] 3 0 False
indices = []
b2 = threading.Barrier(2)

def index():
    i = b2.wait()
    with lock: indices.append(i)

ts = [threading.Thread(target=index) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(indices))  # expect: [0, 1]
b3 = threading.Barrier(2)
try:
    b3.wait(0.01)
except threading.BrokenBarrierError:
    print("broken", b3.broken)  # expect: broken True
try:
    b3.wait()
except threading.BrokenBarrierError:
    print("still broken")  # expect: still broken
b3.reset()
print(b3.broken)  # expect: False
b4 = threading.Barrier(2)
outcome = []

def aborted():
    try: b4.wait()
    except threading.BrokenBarrierError: outcome.append("aborted")

t = threading.Thread(target=aborted)
t.start()
b4.abort()
t.join()
print(outcome)  # expect: ['aborted']
