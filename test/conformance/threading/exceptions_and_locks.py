# A lock is released on every way out of its block, in threads too.
# requires: threads
import threading
lock = threading.Lock()
out = []

def f(how):
    with lock:
        if how == "return": return "returned"
        if how == "raise": raise ValueError(how)
        for i in range(3):
            with_break = i
            if how == "break": break
    return "fell through"

def work(how):
    try:
        out.append(f(how))
    except ValueError as error:
        out.append("raised %s" % error)

for how in ["return", "raise", "break", "none"]:
    t = threading.Thread(target=work, args=(how,))
    t.start()
    t.join()
    print(out[-1], lock.locked())
    # expect: returned False
    # expect: raised raise False
    # expect: fell through False
    # expect: fell through False

def exc_info_is_per_thread():
    import sys
    out.append(sys.exc_info()[0])

try:
    1 / 0
except ZeroDivisionError:
    t = threading.Thread(target=exc_info_is_per_thread)
    t.start()
    t.join()
print(out[-1])  # expect: None

def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)

ts = [threading.Thread(target=lambda: out.append(deep(500))) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(out[-2:])  # expect: [500, 500]

def too_deep():
    def down(): return down()
    try:
        down()
    except RecursionError:
        out.append("RecursionError in a thread")

t = threading.Thread(target=too_deep)
t.start()
t.join()
print(out[-1])  # expect: RecursionError in a thread
