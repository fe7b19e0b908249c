# Three stages of threads joined by queues, in order, with an end marker.
# requires: threads
import queue, threading
END = object()

def stage(f, source, sink):
    while True:
        item = source.get()
        if item is END:
            sink.put(END)
            return
        for out in f(item): sink.put(out)

def split(line): return line.split()

def lengths(word):
    if word.isalpha(): yield word, len(word)

a, b, c = queue.Queue(2), queue.Queue(2), queue.Queue()
threads = [threading.Thread(target=stage, args=args) for args in [(split, a, b), (lengths, b, c)]]
for t in threads: t.start()
for line in ["the quick brown fox", "jumps over 3 lazy dogs", "", "end"]: a.put(line)
a.put(END)
for t in threads: t.join()
out = []
while True:
    item = c.get()
    if item is END: break
    out.append(item)
print(out)
# expect: [('the', 3), ('quick', 5), ('brown', 5), ('fox', 3), ('jumps', 5), ('over', 4), ('lazy', 4), ('dogs', 4), ('end', 3)]
print(sum(n for _, n in out), max(out, key=lambda p: p[1]))  # expect: 36 ('quick', 5)
