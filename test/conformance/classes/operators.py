# Arithmetic dunder methods: plain, reflected and in place.

class V:
    def __init__(self, *xs): self.xs = xs
    def __repr__(self): return "V%r" % (self.xs,)
    def __add__(self, other):
        if not isinstance(other, V): return NotImplemented
        return V(*[a + b for a, b in zip(self.xs, other.xs)])
    def __mul__(self, k):
        if isinstance(k, V): return sum(a * b for a, b in zip(self.xs, k.xs))
        return V(*[a * k for a in self.xs])
    def __rmul__(self, k): return self * k
    def __neg__(self): return V(*[-a for a in self.xs])
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return sum(a * a for a in self.xs)
    def __iadd__(self, other):
        self.xs = self.xs + other.xs
        return self

v = V(1, 2)
print(v + V(10, 20), v * 3, 3 * v, v * V(3, 4))  # expect: V(11, 22) V(3, 6) V(3, 6) 11
print(-v, +v, ~v, abs(v))  # expect: V(-1, -2) pos invert 5
same = v
v += V(9)
print(v, same is v)  # expect: V(1, 2, 9) True
v *= 2
print(v, same is v)  # expect: V(2, 4, 18) False
try:
    v + 1
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'V' and 'int'
try:
    1 + v
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'int' and 'V'

class Everything:
    def __getattr__(self, name): raise AttributeError(name)
    def __sub__(self, o): return "sub"
    def __truediv__(self, o): return "truediv"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o): return "pow"
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __matmul__(self, o): return "matmul"
    def __divmod__(self, o): return "divmod"

e = Everything()
print(e - 1, e / 1, e // 1, e % 1, e ** 1, e << 1, e >> 1, e & 1, e | 1, e ^ 1, e @ 1, divmod(e, 1))
# expect: sub truediv floordiv mod pow lshift rshift and or xor matmul divmod
