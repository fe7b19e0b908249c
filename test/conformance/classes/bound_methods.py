# Methods as values: bound, compared, stored, borrowed.
# python: 3.10-3.13
# requires: threads

class A:
    def __init__(self, n): self.n = n
    def get(self, plus=0): return self.n + plus
    def set(self, n): self.n = n; return self

a, b = A(1), A(2)
g = a.get
a.set(10)
print(g(), g(5), g.__self__ is a, g.__func__ is A.get, a.get == a.get, a.get == b.get, a.get is a.get, hash(a.get) == hash(a.get))
# expect: 10 15 True True True False False True
print([m() for m in (a.get, b.get)], list(map(a.get, [1, 2])), A.get(b, 3), sorted([b, a], key=A.get)[0] is b)
# expect: [10, 2] [11, 12] 5 True
b.get = a.get
print(b.get(), A.get(b))  # expect: 10 2

class Borrower:
    n = 99
    get = A.get

print(Borrower().get(), {a.get: "x"}[a.get])  # expect: 99 x
f = [].append
f.__self__.append(1)
f(2)
print(f.__self__, f.__name__, "abc".upper.__self__, [1, 2].index(2))  # expect: [1, 2] append abc 1
import threading
results = []
t = threading.Thread(target=a.set, args=(77,))
t.start(); t.join()
print(a.n)  # expect: 77
try:
    A.get()
except TypeError as error:
    print(error)  # expect: A.get() missing 1 required positional argument: 'self'
try:
    a.get(1, 2)
except TypeError as error:
    print(error)  # expect: A.get() takes from 1 to 2 positional arguments but 3 were given
