# Classes that are iterated, with separate or single-use iterators.

class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountdownIterator(self.n)

class CountdownIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n + 1

c = Countdown(3)
print(list(c), list(c), sum(c), max(c), sorted(c), 2 in c, tuple(c), [x for x in c], [*c, *c])
# expect: [3, 2, 1] [3, 2, 1] 6 3 [1, 2, 3] True (3, 2, 1) [3, 2, 1] [3, 2, 1, 3, 2, 1]
for x in c:
    for y in c:
        if x == y: break
    else:
        print("never")
    print(x, y)
    # expect: 3 3
    # expect: 2 2
    # expect: 1 1
once = CountdownIterator(2)
print(list(once), list(once))  # expect: [2, 1] []
a, b, d = c
print(a, b, d, dict(zip("xyz", c)), ",".join(map(str, c)))  # expect: 3 2 1 {'x': 3, 'y': 2, 'z': 1} 3,2,1

class ViaGenerator:
    def __iter__(self):
        yield "first"
        yield "second"

print(list(ViaGenerator()))  # expect: ['first', 'second']

class NoIter:
    def __iter__(self): return 5

class NotIterable: pass

for bad in [NoIter(), NotIterable(), 5, None]:
    try:
        for x in bad: pass
    except TypeError as error:
        print(error)
        # expect: iter() returned non-iterator of type 'int'
        # expect: 'NotIterable' object is not iterable
        # expect: 'int' object is not iterable
        # expect: 'NoneType' object is not iterable
