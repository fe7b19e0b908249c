# Percentiles and summaries as the experiment programs compute them, printed as one JSON line.
from __future__ import division, print_function
import sys, time

def percentile(values, share):
    values = sorted(values)
    at = (len(values) - 1) * share
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)

samples = [((i * 7919) % 101) / 4 for i in range(101)]
print("{\"p50\": %.3f, \"p95\": %.3f, \"p99\": %.3f, \"mean\": %.3f}" % (percentile(samples, 0.5), percentile(samples, 0.95), percentile(samples, 0.99), sum(samples) / len(samples)))
# expect: {"p50": 12.500, "p95": 23.750, "p99": 24.750, "mean": 12.500}
clock = getattr(time, "perf_counter", time.time)
start = clock()
total = 0
for i in range(10000): total += i
print(total, clock() - start >= 0, max(samples), min(samples))  # expect: 49995000 True 25.0 0.0
interval = getattr(sys, "setswitchinterval", None) or getattr(sys, "setcheckinterval")
interval(100 if sys.version_info[0] == 2 else 0.005)
print("interval set", hasattr(sys, "getcheckinterval") or hasattr(sys, "getswitchinterval"))
# expect: interval set True
