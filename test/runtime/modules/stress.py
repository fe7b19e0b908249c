# Many threads on locks, conditions, semaphores, barriers and queues; what comes out does not depend on their order.
import threading, queue, sys, time
sys.setswitchinterval(0.0001)
cond = threading.Condition(); items = []; out = []; all_made = False
def prod(k):
    for i in range(100):
        with cond:
            items.append((k, i)); cond.notify()
def cons():
    while True:
        with cond:
            cond.wait_for(lambda: items or all_made)
            if not items: return
            out.append(items.pop(0))
sem = threading.Semaphore(2); bar = threading.Barrier(4); lock = threading.RLock(); count = 0
def mix(k):
    global count
    for i in range(20):
        with sem:
            with lock:
                with lock: count += 1
        bar.wait()
        if i % 5 == 0: time.sleep(0.001)
ts = [threading.Thread(target=prod, args=(k,)) for k in range(3)] + [threading.Thread(target=cons) for _ in range(3)] + [threading.Thread(target=mix, args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts[:3]: t.join(30)
with cond:
    all_made = True; cond.notify_all()
for t in ts: t.join(30)
print(len(out), len(set(out)), count, any(t.is_alive() for t in ts))
q = queue.Queue(3)
def w():
    while q.get() is not None: q.task_done()
ws = [threading.Thread(target=w) for _ in range(4)]
for t in ws: t.start()
for i in range(300): q.put(i)
q.join()
for t in ws: q.put(None)
for t in ws: t.join(30)
print(q.qsize())
