# Threads start, run beside the main one, and are joined.
# requires: threads
import threading
results = []
def work(n, scale=1): results.append(n * scale)
threads = [threading.Thread(target=work, args=(i,), kwargs={"scale": 10}) for i in range(4)]
print(threads[0].is_alive(), threads[0].ident)  # expect: False None
for t in threads: t.start()
for t in threads: t.join()
print(sorted(results), [t.is_alive() for t in threads], all(t.ident for t in threads))
# expect: [0, 10, 20, 30] [False, False, False, False] True

class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n, self.result = n, None
    def run(self): self.result = self.n ** 2

ws = [Worker(i) for i in range(3)]
for w in ws: w.start()
for w in ws: w.join()
print([w.result for w in ws])  # expect: [0, 1, 4]
t = threading.Thread(target=lambda: None)
for action in [t.join, lambda: (t.start(), t.start()), threading.current_thread().join]:
    try:
        action()
    except RuntimeError as error:
        print(error)
        # expect: cannot join thread before it is started
        # expect: threads can only be started once
        # expect: cannot join current thread
t.join()
t.join()
quiet = threading.Thread()
quiet.start()
quiet.join()
print(quiet.is_alive(), threading.active_count())  # expect: False 1
