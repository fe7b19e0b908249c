# Rich comparison, reflected comparison, equality without a method, and hashing.

class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented
    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented
    def __le__(self, other): return self == other or self < other
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return "v" + ".".join(map(str, self.parts))

a, b = Version(1, 2), Version(1, 10)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, a == Version(1, 2))
# expect: True False True False False True True
print(sorted([b, a, Version(0)]), max(a, b))  # expect: [v0, v1.2, v1.10] v1.10
print(a == 5, a != 5, {a: "x"}[Version(1, 2)], len({a, Version(1, 2), b}))  # expect: False True x 2
try:
    a < 5
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'Version' and 'int'

class Plain: pass
p, q = Plain(), Plain()
print(p == p, p == q, p != q, hash(p) == hash(p), p in [q, p])  # expect: True False True True True
try:
    p < q
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'Plain' and 'Plain'

class OnlyEq:
    def __eq__(self, other): return True

print(OnlyEq() == 3, 3 == OnlyEq(), OnlyEq() != 3, OnlyEq.__hash__)  # expect: True True False None
try:
    hash(OnlyEq())
except TypeError as error:
    print(error)  # expect: unhashable type: 'OnlyEq'

class Odd:
    def __eq__(self, other): return "equal"
    def __lt__(self, other): return [1]

print(Odd() == 1, Odd() < 1, 1 > Odd(), not (Odd() == 1))  # expect: equal [1] [1] False
