# Class bodies run once as code, with a scope of their own; names are mangled.

class Outer:
    limit = 3
    class Inner:
        value = "inner"
        def get(self): return self.value
    names = []
    for i in range(limit):
        names.append("n%d" % i)
    if limit > 2:
        def chosen(self): return "big"
    else:
        def chosen(self): return "small"
    inner = Inner()

print(Outer.names, Outer().chosen(), Outer.i, Outer.inner.get(), Outer.Inner.__qualname__, Outer.Inner.get.__qualname__)
# expect: ['n0', 'n1', 'n2'] big 2 inner Outer.Inner Outer.Inner.get

class Secret:
    __hidden = 1
    def __init__(self): self.__own = 2
    def read(self): return self.__hidden, self.__own
    def __private(self): return "private"
    def call(self): return self.__private()

s = Secret()
print(s.read(), s.call(), s._Secret__hidden, s._Secret__own, hasattr(s, "__own"), s.__dict__)
# expect: (1, 2) private 1 2 False {'_Secret__own': 2}

def make(n):
    class Local:
        size = n
        def grow(self): return n + self.size
    return Local

A, B = make(1), make(10)
print(A().grow(), B().grow(), A is B, A.__qualname__)  # expect: 2 20 False make.<locals>.Local
x = "global"

class Reads:
    y = x
    x = "class"
    z = x
    def get(self): return x

print(Reads.y, Reads.z, Reads().get())  # expect: global class global
print(Outer.__module__, Outer.__doc__, len(Outer.names))  # expect: __main__ None 3

def f():
    class K:
        def me(self): return __class__
    return K

K = f()
print(K().me() is K)  # expect: True
