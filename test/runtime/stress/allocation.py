# Threads make and drop objects of every kind and size; each checks what it made. Arguments: seed, threads.
import random, sys, threading
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)

class Node:
    def __init__(self, value, link=None): self.value, self.link = value, link

class Dying(Node):
    def __del__(self): died.append(self.value)

died, wrong = [], []

def make(r, n):
    kind = r.randrange(9)
    if kind == 0: return [n] * r.randrange(200), lambda x: all(i == n for i in x)
    if kind == 1: return {i: n for i in range(r.randrange(100))}, lambda x: set(x.values()) <= {n}
    if kind == 2: return "é%d" % n * r.randrange(300), lambda x: x.count("é") * len("é%d" % n) == len(x)
    if kind == 3: return 7 ** r.randrange(400), lambda x: x % 7 == (1 if x == 1 else 0)
    if kind == 4: return bytes(r.randrange(5000)), lambda x: not any(x)
    if kind == 5: return tuple(range(r.randrange(50))), lambda x: sum(x) == len(x) * (len(x) - 1) // 2
    if kind == 6: return {str(i) for i in range(r.randrange(60))}, lambda x: all(int(i) < 60 for i in x)
    if kind == 7: return Dying(n), lambda x: x.value == n
    chain = None
    for i in range(r.randrange(1, 100)): chain = Node(n, chain)
    return chain, lambda x: x.value == n and (x.link is None or x.link.value == n)

def work(me):
    r = random.Random(seed * 100 + me)
    kept = []
    for n in range(3000 // threads):
        kept.append(make(r, n))
        if len(kept) > 40:
            thing, check = kept.pop(r.randrange(40))
            if not check(thing): wrong.append(type(thing).__name__)
            thing = check = None
    wrong.extend(type(thing).__name__ for thing, check in kept if not check(thing))

ts = [threading.Thread(target=work, args=(i,)) for i in range(threads)]
for t in ts: t.start()
for t in ts: t.join()
print("ok" if not wrong and died else wrong)
