# Calls of every callable kind with every kind of argument.

class C:
    def __init__(self, *a, **k): self.seen = (a, k)
    def m(self, *a, **k): return a, k
    @staticmethod
    def s(*a, **k): return a, k
    @classmethod
    def c(cls, *a, **k): return a, k
    def __call__(self, *a, **k): return a, k

def f(*a, **k): return a, k
c = C(1, x=2)
print(c.seen)  # expect: ((1,), {'x': 2})
for call in (f, c.m, C.s, c.s, C.c, c.c, c, lambda *a, **k: (a, k), f.__call__, c.__call__):
    print(call(1, *(2,), y=3, **{"z": 4}) == ((1, 2), {"y": 3, "z": 4}), call() == ((), {}), end=" ")
print()
# expect: True True True True True True True True True True True True True True True True True True True True
print(C.m(c, 1), C.__call__(c, 2), f.__get__(5)(6), (f)(1), [f][0](1), {"k": f}["k"](k=1), (f if c else None)(1))
# expect: ((1,), {}) ((2,), {}) ((5, 6), {}) ((1,), {}) ((1,), {}) ((), {'k': 1}) ((1,), {})
print(int("ff", base=16), sorted([2, 1], reverse=True), print.__call__("printed"), "{x}".format(x=1), dict(a=1), str(object="obj"), max([1, 2], key=lambda v: -v))
# expect: printed
# expect: 255 [2, 1] None 1 {'a': 1} obj 1
for bad in [lambda: len(obj=[1]), lambda: int("1", bases=2), lambda: [].sort(keys=1), lambda: "a".split(sepp=1), lambda: abs(x=1), lambda: C(**{"x": 1}, **{"x": 2})]:
    try:
        bad()
        print("accepted")
    except TypeError as error:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
