# Sleeping threads overlap: together they take as long as the longest.
# requires: threads
import threading, time
start = time.monotonic()
ts = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
elapsed = time.monotonic() - start
print(elapsed >= 0.299, elapsed < 1.45)  # expect: True True
order = []

def later(delay, name):
    time.sleep(delay)
    order.append(name)

ts = [threading.Thread(target=later, args=a) for a in [(0, "a"), (0.7, "c"), (0.35, "b")]]
for t in ts: t.start()
for t in ts: t.join()
print(order)  # expect: ['a', 'b', 'c']
