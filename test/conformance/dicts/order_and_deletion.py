# Insertion order survives updates, deletions and growth.
d = {}
for i in range(20):
    d["k%d" % i] = i
for i in range(0, 20, 3):
    del d["k%d" % i]
d["k0"] = "again"
d["k1"] = "updated"
print(list(d)[:4], list(d)[-2:], len(d), d["k1"])
# expect: ['k1', 'k2', 'k4', 'k5'] ['k19', 'k0'] 14 updated
big = {i: i * i for i in range(5000)}
for i in range(0, 5000, 2):
    del big[i]
print(len(big), sum(big), big[4999], 2 in big, 3 in big, list(big)[:3])
# expect: 2500 6250000 24990001 False True [1, 3, 5]
big.clear()
big["x"] = 1
print(big, big.popitem(), big)  # expect: {} ('x', 1) {}
e = dict.fromkeys("hello")
print(e, dict.fromkeys([1, 2], []), list(e)[::-1])
# expect: {'h': None, 'e': None, 'l': None, 'o': None} {1: [], 2: []} ['o', 'l', 'e', 'h']
churn = {}
for i in range(3000):
    churn[i] = i
    if i >= 10:
        del churn[i - 10]
print(list(churn))  # expect: [2990, 2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999]
a = {"x": 1}; a["self"] = a
print(a)  # expect: {'x': 1, 'self': {...}}
