# Lists, dicts and sets survive many threads at once; single operations are atomic.
# requires: threads
import threading
items, table, seen = [], {}, set()

def fill(n):
    for i in range(300):
        items.append((n, i))
        table[n, i] = i
        seen.add(i)
        if i % 3 == 0: table.pop((n, i))
        str(i) + "x" * n

ts = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(items), len(table), len(seen), [i for n, i in items if n == 2] == list(range(300)))
# expect: 1200 800 300 True
stack = list(range(1000))
taken, lock = [], threading.Lock()

def take():
    mine = []
    while True:
        try: mine.append(stack.pop())
        except IndexError: break
    with lock: taken.extend(mine)

ts = [threading.Thread(target=take) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(taken) == list(range(1000)), stack)  # expect: True []
class Shared: pass
s = Shared()

def attributes(n):
    for i in range(200): setattr(s, "a%d_%d" % (n, i), i)

ts = [threading.Thread(target=attributes, args=(n,)) for n in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(len(vars(s)))  # expect: 600
