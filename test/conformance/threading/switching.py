# Threads that only compute take turns: each sees the other's progress.
# requires: threads
import threading
turns = [0, 0]
stop = False

def spin(me):
    while not stop: turns[me] += 1

ts = [threading.Thread(target=spin, args=(i,)) for i in range(2)]
for t in ts: t.start()
while min(turns) < 1000: pass
stop = True
for t in ts: t.join()
print(turns[0] >= 1000, turns[1] >= 1000)  # expect: True True
flag, log = [0], []

def wait_for(n):
    while flag[0] != n: pass
    log.append(n)
    flag[0] += 1

ts = [threading.Thread(target=wait_for, args=(n,)) for n in (2, 0, 1)]
for t in ts: t.start()
for t in ts: t.join()
print(log)  # expect: [0, 1, 2]
