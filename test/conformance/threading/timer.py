# A Timer calls its function later, unless it is cancelled.
# requires: threads
import threading
log = []
done = threading.Event()

def fire(x, y=0):
    log.append((x, y))
    done.set()

t = threading.Timer(0.01, fire, args=[1], kwargs={"y": 2})
t.start()
done.wait(30)
t.join()
print(log)  # expect: [(1, 2)]
c = threading.Timer(600, fire, [9])
c.start()
c.cancel()
c.join()
print(log, c.is_alive())  # expect: [(1, 2)] False
