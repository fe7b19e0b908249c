# threading.local keeps a value for each thread; a subclass is initialised in each.
# requires: threads
import threading
data = threading.local()
data.x = "main"
seen, lock = [], threading.Lock()

def work(n):
    missing = not hasattr(data, "x")
    data.x = n
    with lock: seen.append((data.x, missing))

ts = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(seen), data.x, data.__dict__)  # expect: [(0, True), (1, True), (2, True)] main {'x': 'main'}

class Mine(threading.local):
    kind = "class attribute"
    def __init__(self, start): self.count = start
    def step(self): self.count += 1; return self.count

m = Mine(10)
out = []

def steps():
    m.step()
    out.append(m.step())

ts = [threading.Thread(target=steps) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(out, m.count, m.kind)  # expect: [12, 12] 10 class attribute
del data.x
try:
    data.x
except AttributeError as error:
    print("no x here")  # expect: no x here
