# Threads change the same lists, dicts and sets; single operations are whole. Arguments: seed, threads.
import random, sys, threading
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)
table, items, members, lock = {}, [], set(), threading.Lock()
expected, popped = [], []

class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 5
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n

def work(me):
    r = random.Random(seed * 100 + me)
    mine, taken = {}, []
    for n in range(2400 // threads):
        key = (me, r.randrange(40))
        what = r.randrange(8)
        if what < 3: table[key] = mine[key] = n
        elif what == 3:
            if table.pop(key, None) != mine.pop(key, None): taken.append("pop differs")
        elif what == 4:
            if table.get(key) != mine.get(key): taken.append("get differs")
        elif what == 5:
            items.append((me, n))
            try: popped.append(items.pop())
            except IndexError: taken.append("lost an item")
        elif what == 6:
            members.add(Key(me * 1000 + r.randrange(30)))
            members.discard(Key(me * 1000 + r.randrange(30)))
        else:
            with lock: ordered = sorted(k for k in list(table) if k[0] == me)
            if ordered != sorted(mine): taken.append("keys differ")
    with lock: expected.append((me, mine, taken))

ts = [threading.Thread(target=work, args=(i,)) for i in range(threads)]
for t in ts: t.start()
for t in ts: t.join()
wrong = [w for _, _, taken in expected for w in taken]
for me, mine, _ in expected:
    if {k: v for k, v in table.items() if k[0] == me} != mine: wrong.append("table of %d" % me)
if items or len(popped) != len(set(popped)): wrong.append("items %r" % items)
if len({k.n for k in members}) != len(members): wrong.append("a member twice")
print("ok" if not wrong else wrong[:5])
