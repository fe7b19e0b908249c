# SimpleQueue is unbounded and has no join.
# requires: threads
import queue, threading
s = queue.SimpleQueue()
s.put(1); s.put(2, block=True, timeout=30); s.put_nowait(3)
print(s.qsize(), s.empty(), s.get(), s.get(timeout=30), s.get_nowait(), s.empty())
# expect: 3 False 1 2 3 True
for action in [s.get_nowait, lambda: s.get(timeout=0.01), lambda: s.get(block=False)]:
    try:
        action()
    except queue.Empty:
        print("empty")
        # expect: empty
        # expect: empty
        # expect: empty
out = []
t = threading.Thread(target=lambda: out.append(s.get()))
t.start()
s.put("handed over")
t.join()
print(out, hasattr(s, "join"), hasattr(s, "task_done"))  # expect: ['handed over'] False False
