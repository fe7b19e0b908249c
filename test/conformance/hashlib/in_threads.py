# Hashing in several threads gives the same digests as in one.
# requires: threads
import hashlib, threading
blocks = [bytes([n]) * 200000 for n in range(4)]
expected = [hashlib.sha256(b).hexdigest() for b in blocks]
out = {}

def work(n):
    h = hashlib.sha256()
    for i in range(0, len(blocks[n]), 50000): h.update(blocks[n][i:i + 50000])
    out[n] = h.hexdigest()

ts = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print([out[n] for n in range(4)] == expected, len(set(out.values())), expected[1][:16])
# expect: True 4 6015fcd09f3f14b7
