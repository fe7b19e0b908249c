# Several producers and consumers over a bounded queue lose nothing.
# requires: threads
import queue, threading
q = queue.Queue(maxsize=4)
out, lock = [], threading.Lock()

def produce(base):
    for i in range(50): q.put(base + i)

def consume():
    while True:
        item = q.get()
        if item is None: return
        with lock: out.append(item)

producers = [threading.Thread(target=produce, args=(n * 100,)) for n in range(3)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for t in producers + consumers: t.start()
for t in producers: t.join()
for _ in consumers: q.put(None)
for t in consumers: t.join()
print(len(out), sorted(out) == [n * 100 + i for n in range(3) for i in range(50)], q.empty())
# expect: 150 True True
one = [x for x in out if x < 100]
print(len(one), len(set(out)))  # expect: 50 150
ping, pong = queue.Queue(), queue.Queue()

def echo():
    for _ in range(20): pong.put(ping.get() + 1)

t = threading.Thread(target=echo)
t.start()
n = 0
for _ in range(20):
    ping.put(n)
    n = pong.get()
t.join()
print(n)  # expect: 20
