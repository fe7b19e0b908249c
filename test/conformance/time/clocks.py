# Clocks run forward; sleep lasts at least as long as it says.
# python: 3.10-3.13
import time
a, b = time.time(), time.time()
m, n = time.monotonic(), time.monotonic()
p, q = time.perf_counter(), time.perf_counter()
print(a <= b, m <= n, p <= q, a > 1600000000, type(a).__name__)  # expect: True True True True float
start = time.monotonic()
time.sleep(0.02)
elapsed = time.monotonic() - start
print(elapsed >= 0.0195, elapsed < 30)  # expect: True True
time.sleep(0)
print(time.sleep(0.001), isinstance(time.time_ns(), int), time.monotonic_ns() <= time.monotonic_ns(), time.perf_counter_ns() > 0)
# expect: None True True True
cpu = time.process_time()
x = 0
while time.process_time() - cpu < 0.005: x += 1
print(x > 0, time.thread_time() >= 0)  # expect: True True
start, cpu = time.perf_counter(), time.thread_time()
time.sleep(0.1)
print(time.thread_time() - cpu < 0.09)  # expect: True
for action in [lambda: time.sleep(-1), lambda: time.sleep("1"), lambda: time.sleep()]:
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError sleep length must be non-negative
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError time.sleep() takes exactly one argument (0 given)
