# Several failing threads each report; the results of the others stand.
# requires: threads
import threading
results = []

def work(n):
    if n % 2: raise RuntimeError("worker %d failed" % n)
    results.append(n)

names, lock = [], threading.Lock()

def hook(args):
    with lock: names.append((args.thread.name, str(args.exc_value)))

threading.excepthook = hook
ts = [threading.Thread(target=work, args=(n,), name="w%d" % n) for n in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(results), sorted(names))
# expect: [0, 2, 4] [('w1', 'worker 1 failed'), ('w3', 'worker 3 failed'), ('w5', 'worker 5 failed')]
def broken_hook(args): raise ValueError("hook fails too")
threading.excepthook = broken_hook
t = threading.Thread(target=work, args=(1,))
t.start()
t.join()
print("main survives")  # expect: main survives
# stderr: Exception in threading.excepthook:
# stderr: Traceback (most recent call last):
# stderr:   File "excepthook_default_fields.py", line 21, in broken_hook
# stderr:     def broken_hook(args): raise ValueError("hook fails too")
# stderr: ValueError: hook fails too
