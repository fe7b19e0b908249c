# Dictionaries with thousands of string and tuple keys.
d = {}
for i in range(20000): d["key-%d" % i] = i
print(len(d), d["key-12345"], "key-20000" in d, sum(d.values()))  # expect: 20000 12345 False 199990000
for i in range(0, 20000, 2): del d["key-%d" % i]
print(len(d), next(iter(d)), "key-2" in d, "key-3" in d)  # expect: 10000 key-1 False True
t = {(i % 100, i // 100): i for i in range(5000)}
print(t[99, 49], len(t), (0, 50) in t)  # expect: 4999 5000 False
words = ("the cat sat on the mat " * 300).split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(counts)  # expect: {'the': 600, 'cat': 300, 'sat': 300, 'on': 300, 'mat': 300}
f = {i / 4: i for i in range(1000)}
print(f[0.25], f[2], f[249.75], len(f))  # expect: 1 8 999 1000
inverse = {v: k for k, v in d.items()}
print(inverse[19999], len(inverse))  # expect: key-19999 10000
