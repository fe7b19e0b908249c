# Threads send signals while the main thread computes, sleeps, and waits for locks with a limit. Arguments: seed, threads.
import os, random, signal, sys, threading, time
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)
r = random.Random(seed)
seen, handled = [0, 0], threading.Condition(threading.Lock())
class Stop(Exception): pass

def count(number, frame): seen[number == signal.SIGUSR2] += 1
def stop(number, frame): raise Stop

signal.signal(signal.SIGUSR1, count)
signal.signal(signal.SIGUSR2, count)
ended, wrong = [0], []

def send(me):
    r = random.Random(seed * 100 + me)
    for n in range(24 // threads):
        which = r.randrange(2)
        before = seen[which]
        os.kill(os.getpid(), [signal.SIGUSR1, signal.SIGUSR2][which])
        end = time.time() + 30
        while seen[which] == before:
            if time.time() > end: wrong.append("a signal was lost"); break
            time.sleep(0.0005)
        if r.randrange(3) == 0: [str(i) for i in range(2000)]
    ended[0] += 1

ts = [threading.Thread(target=send, args=(i,)) for i in range(threads)]
for t in ts: t.start()
while ended[0] < threads:
    what = r.randrange(5)
    if what == 0: sum(range(5000))
    elif what == 1: time.sleep(0.002)
    elif what == 2: ts[r.randrange(threads)].join(0.002)
    elif what == 3: threading.Event().wait(0.002)
    else: sorted([str(i) for i in range(500)], key=lambda x: x[::-1])
for t in ts: t.join()
signal.signal(signal.SIGUSR1, stop)
for n in range(5):
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        time.sleep(60)
        wrong.append("slept on")
    except Stop: pass
print("ok" if not wrong else wrong[:5])
