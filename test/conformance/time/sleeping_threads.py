# Sleeping threads hold nobody up; they wake in the order of their delays, and never early.
# requires: threads
import threading, time
sleepers = [threading.Thread(target=time.sleep, args=(600,), daemon=True) for _ in range(5)]
for t in sleepers: t.start()
print("main is not held up", [t.is_alive() for t in sleepers])
# expect: main is not held up [True, True, True, True, True]
slept = []

def measured(delay):
    start = time.monotonic()
    time.sleep(delay)
    slept.append(time.monotonic() - start >= delay - 0.001)

ts = [threading.Thread(target=measured, args=(0.02,)) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(slept)  # expect: [True, True, True]

def order_of(delays):
    order = []

    def later(name, delay):
        time.sleep(delay)
        order.append(name)

    ts = [threading.Thread(target=later, args=a) for a in delays.items()]
    for t in ts: t.start()
    for t in ts: t.join()
    return order

# A loaded machine may start a thread late: the delays grow until that no longer matters.
for unit in [0.02, 0.1, 0.5, 2.5]:
    order = order_of({"a": 0, "c": 2 * unit, "b": unit})
    if order == ["a", "b", "c"]: break
print(order)  # expect: ['a', 'b', 'c']
