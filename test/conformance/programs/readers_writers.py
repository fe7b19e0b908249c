# Many readers or one writer, with a lock made of a condition.
# requires: threads
import threading

class ReadWriteLock:
    def __init__(self): self.cond, self.readers, self.writing = threading.Condition(), 0, False
    def read(self): return Held(self.start_read, self.end_read)
    def write(self): return Held(self.start_write, self.end_write)
    def start_read(self):
        with self.cond:
            self.cond.wait_for(lambda: not self.writing)
            self.readers += 1
    def end_read(self):
        with self.cond:
            self.readers -= 1
            self.cond.notify_all()
    def start_write(self):
        with self.cond:
            self.cond.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
    def end_write(self):
        with self.cond:
            self.writing = False
            self.cond.notify_all()

class Held:
    def __init__(self, start, end): self.start, self.end = start, end
    def __enter__(self): self.start()
    def __exit__(self, *exc): self.end()

lock, pair, torn = ReadWriteLock(), [0, 0], []

def writer():
    for _ in range(30):
        with lock.write():
            pair[0] += 1
            for _ in range(10): pass
            pair[1] += 1

def reader():
    for _ in range(40):
        with lock.read():
            if pair[0] != pair[1]: torn.append(tuple(pair))

ts = [threading.Thread(target=f) for f in [writer, reader, writer, reader, reader]]
for t in ts: t.start()
for t in ts: t.join()
print(pair, torn, lock.readers, lock.writing)  # expect: [60, 60] [] 0 False
