# queue.Queue: order, size, limits, time-outs, and join with task_done.
# requires: threads
import queue, threading
q = queue.Queue()
for i in range(3): q.put(i)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get_nowait(), q.get(block=False), q.empty())
# expect: 3 False False 0 1 2 True
for action in [q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get(True, 0.01)]:
    try:
        action()
    except queue.Empty:
        print("empty")
        # expect: empty
        # expect: empty
        # expect: empty
        # expect: empty
small = queue.Queue(maxsize=2)
small.put("a"); small.put("b")
print(small.full(), small.maxsize)  # expect: True 2
for action in [lambda: small.put_nowait("c"), lambda: small.put("c", block=False), lambda: small.put("c", timeout=0.01)]:
    try:
        action()
    except queue.Full:
        print("full")
        # expect: full
        # expect: full
        # expect: full
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)  # expect: 'timeout' must be a non-negative number
q = queue.Queue()
results = []

def worker():
    while True:
        item = q.get()
        if item is None: break
        results.append(item * 2)
        q.task_done()
    q.task_done()

t = threading.Thread(target=worker)
t.start()
for i in range(5): q.put(i)
q.join()
print(results)  # expect: [0, 2, 4, 6, 8]
q.put(None)
t.join()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)  # expect: task_done() called too many times
