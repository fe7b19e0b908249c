# A set grows, shrinks and keeps each element once.
s = set()
for i in range(10000):
    s.add(i * i % 1009)
print(len(s))  # expect: 505
for i in range(0, 1009, 2):
    s.discard(i)
print(len(s), sum(s))  # expect: 252 130806
primes = set(range(2, 200))
for n in range(2, 15):
    primes -= set(range(n * n, 200, n))
print(len(primes), sorted(primes)[-5:])  # expect: 46 [181, 191, 193, 197, 199]
seen = set()
unique = [x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))]
print(unique)  # expect: [3, 1, 2]
words = {"a", "b"} | {str(i) for i in range(500)}
print(len(words), "499" in words, "500" in words)  # expect: 502 True False

class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return 1

print(len({P(i % 4) for i in range(40)}))  # expect: 4
