# LifoQueue gives the newest first, PriorityQueue the smallest.
# requires: threads
import queue
l = queue.LifoQueue()
for x in "abc": l.put(x)
print([l.get() for _ in range(3)], l.empty())  # expect: ['c', 'b', 'a'] True
p = queue.PriorityQueue()
for x in [5, 1, 4, 1, 3]: p.put(x)
print([p.get() for _ in range(5)])  # expect: [1, 1, 3, 4, 5]
for job in [(2, "write"), (1, "wake"), (3, "sleep"), (1, "alarm")]: p.put(job)
print([p.get()[1] for _ in range(4)], p.qsize())  # expect: ['alarm', 'wake', 'write', 'sleep'] 0
bounded = queue.PriorityQueue(1)
bounded.put(1)
try:
    bounded.put_nowait(0)
except queue.Full as error:
    print(type(error).__name__, bounded.get())  # expect: Full 1
try:
    l.get(timeout=0.01)
except queue.Empty as error:
    print(type(error).__name__)  # expect: Empty
print(issubclass(queue.LifoQueue, queue.Queue), issubclass(queue.Empty, Exception))  # expect: True True
