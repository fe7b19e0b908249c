# A timer's signal beside a spinning thread: how late is its handler?
import signal
import threading
import time

ROUNDS = 5
over = False
due = 0.0
latencies = []


def handler(number, frame):
    latencies.append((time.perf_counter() - due) * 1000)


def spin():
    while not over:
        pass


signal.signal(signal.SIGALRM, handler)
spinner = threading.Thread(target=spin)
spinner.start()
for i in range(ROUNDS):
    due = time.perf_counter() + 0.01
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    while len(latencies) <= i:
        time.sleep(0.05)
over = True
spinner.join()
latencies.sort()
print("median %.3f ms late" % latencies[len(latencies) // 2])
print("at most %.3f ms late" % latencies[-1])
