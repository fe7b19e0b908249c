# iter and next, a sentinel, defaults, and the sequence protocol.
# python: 3.8-3.11
it = iter([1, 2])
print(next(it), next(it), next(it, "default"))  # expect: 1 2 default
try:
    next(it)
except StopIteration as stop:
    print(repr(stop))  # expect: StopIteration()
values = [3, 2, 1, 0, 9]
print(list(iter(lambda: values.pop(0), 0)), values)  # expect: [3, 2, 1] [9]

class Dice:
    def __init__(self): self.n = 0
    def __call__(self):
        self.n += 1
        return self.n

for n in iter(Dice(), 4): print(n, end=" ")
print()  # expect: 1 2 3

class Squares:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i

print(list(Squares()), list(iter(Squares())), max(Squares()), [*Squares()], 9 in Squares(), tuple(enumerate(Squares())))
# expect: [0, 1, 4, 9] [0, 1, 4, 9] 9 [0, 1, 4, 9] True ((0, 0), (1, 1), (2, 4), (3, 9))
for x in iter("ab"), iter({"k": 1}), iter((1,)), iter({5}), iter(range(1)), iter(b"a"): print(next(x), end="; ")
print()  # expect: a; k; 1; 5; 0; 97;
d = {"a": 1}
k = iter(d)
print(next(k), list(k), list(iter(d.items())), next(iter(d.values())))  # expect: a [] [('a', 1)] 1
for bad in [lambda: next(5), lambda: iter(5), lambda: iter(5, 0), lambda: next([1])]:
    try:
        bad()
    except TypeError as error:
        print(error)
        # expect: 'int' object is not an iterator
        # expect: 'int' object is not iterable
        # expect: iter(v, w): v must be callable
        # expect: 'list' object is not an iterator
