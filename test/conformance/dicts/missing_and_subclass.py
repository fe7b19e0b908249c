# A subclass of dict with __missing__, and counting and grouping idioms.

class Zero(dict):
    def __missing__(self, key): return 0

z = Zero(a=1)
print(z["a"], z["nope"], z.get("nope"), "nope" in z, z)  # expect: 1 0 None False {'a': 1}

class Default(dict):
    def __missing__(self, key):
        self[key] = []
        return self[key]

groups = Default()
for word in "apple avocado bean cherry blueberry".split():
    groups[word[0]].append(word)
print(groups, type(groups).__name__, isinstance(groups, dict))
# expect: {'a': ['apple', 'avocado'], 'b': ['bean', 'blueberry'], 'c': ['cherry']} Default True
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
# expect: {'m': 1, 'i': 4, 's': 4, 'p': 2} [('i', 4), ('s', 4), ('p', 2), ('m', 1)]
index = {}
for i, word in enumerate("a b a c b".split()):
    index.setdefault(word, []).append(i)
print(index)  # expect: {'a': [0, 2], 'b': [1, 4], 'c': [3]}

class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())

u = Upper()
u["x"] = 1
print(u, u["x"])  # expect: {'X': 1} 1
try:
    u["missing"]
except KeyError as error:
    print(error)  # expect: 'MISSING'
