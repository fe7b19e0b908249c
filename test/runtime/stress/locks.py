# Locks of each kind, with and without limits, taken by many threads: each protects, and none is lost. Arguments: seed, threads.
import random, sys, threading, time
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)
lock, again, few = threading.Lock(), threading.RLock(), threading.Semaphore(2)
changed, barrier = threading.Condition(), threading.Barrier(threads)
counts, inside, turns, wrong = [0, 0, 0], [0, 0], [0], []
rounds = 240 // threads

def work(me):
    r = random.Random(seed * 100 + me)
    for n in range(rounds):
        what = r.randrange(4)
        if what == 0:
            with lock: counts[0] += 1
        elif what == 1:
            while not lock.acquire(timeout=r.choice([0, 0.0001, 0.01])): pass
            counts[0] += 1
            if r.randrange(20) == 0: time.sleep(0.0005)
            lock.release()
        else:
            with again:
                with again: counts[1] += 1
            with lock: counts[0] += 1
        with few:
            with lock: inside[0] += 1; inside[1] = max(inside)
            with lock: inside[0] -= 1
        with changed:
            turns[0] += 1
            changed.notify_all()
            if n % 8 == 7: changed.wait(0.0005)
        if n % 10 == 9: barrier.wait()

def watch():
    with changed:
        if not changed.wait_for(lambda: turns[0] >= rounds * threads, 60): wrong.append("turns %r" % turns)

ts = [threading.Thread(target=work, args=(i,)) for i in range(threads)] + [threading.Thread(target=watch)]
for t in ts: t.start()
for t in ts: t.join()
if counts[0] != rounds * threads: wrong.append(counts)
if inside[1] > 2 or inside[0]: wrong.append(inside)
if lock.locked() or turns[0] != rounds * threads: wrong.append("held")
print("ok" if not wrong else wrong[:5])
