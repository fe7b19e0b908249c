# Many threads, one after another and all at once.
# requires: threads
import threading
total = 0
for i in range(40):
    def add(n=i):
        global total
        total += n
    t = threading.Thread(target=add)
    t.start()
    t.join()
print(total)  # expect: 780
gate, ready, lock = threading.Event(), threading.Semaphore(0), threading.Lock()
count = 0

def wait():
    global count
    ready.release()
    gate.wait()
    with lock: count += 1

ts = [threading.Thread(target=wait) for _ in range(16)]
for t in ts: t.start()
for _ in ts: ready.acquire()
print(threading.active_count(), count)  # expect: 17 0
gate.set()
for t in ts: t.join()
print(threading.active_count(), count)  # expect: 1 16
