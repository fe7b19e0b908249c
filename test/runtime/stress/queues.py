# A pipeline of bounded queues of each kind: nothing is lost, nothing comes twice. Arguments: seed, threads.
import queue, random, sys, threading, time
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)
total = 400 // threads * threads
first, second, last = queue.Queue(3), queue.LifoQueue(5), queue.PriorityQueue()

def produce(me):
    r = random.Random(seed * 100 + me)
    for n in range(total // threads):
        first.put(me * 1000 + n)
        if r.randrange(50) == 0: time.sleep(0.0005)

def carry(source, target):
    while True:
        item = source.get()
        if item is None: return
        while True:
            try:
                target.put(item, timeout=0.001)
                break
            except queue.Full: pass
        source.task_done()

groups = [[threading.Thread(target=produce, args=(i,)) for i in range(threads)]]
for source, target in [(first, second), (second, last)]:
    groups.append([threading.Thread(target=carry, args=(source, target)) for _ in range(threads)])
for t in sum(groups, []): t.start()
for t in groups[0]: t.join()
for source, group in [(first, groups[1]), (second, groups[2])]:
    source.join()
    for _ in group: source.put(None)
    for t in group: t.join()
got = [last.get() for _ in range(last.qsize())]
print("ok" if got == sorted(me * 1000 + n for me in range(threads) for n in range(total // threads)) else got[:20])
