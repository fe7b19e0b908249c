# Subclasses of list, dict, str, tuple, set, float and Exception keep built-in behaviour.

class Stack(list):
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]

s = Stack().push(1).push(2)
print(s, s.peek(), len(s), s == [1, 2], isinstance(s, list), type(s[:]).__name__, sorted(Stack([3, 1])))
# expect: [1, 2] 2 2 True True list [1, 3]

class Name(str):
    def initials(self): return "".join(w[0] for w in self.split())

n = Name("ada king lovelace")
print(n.initials(), n.upper(), type(n.upper()).__name__, n + "!", {n: 1}["ada king lovelace"], len(n))
# expect: akl ADA KING LOVELACE str ada king lovelace! 1 17

class Attr(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
    def __setattr__(self, k, v): self[k] = v

a = Attr(x=1)
a.y = 2
print(a, a.x, hasattr(a, "z"), dict(a, z=3))  # expect: {'x': 1, 'y': 2} 1 False {'x': 1, 'y': 2, 'z': 3}

class Pair(tuple):
    __slots__ = ()
    def swap(self): return Pair((self[1], self[0]))

print(Pair((1, 2)).swap(), Pair("ab")[0], Pair((1, 2)) == (1, 2))  # expect: (2, 1) a True

class Deg(float):
    def __str__(self): return "%.1f deg" % self

print(Deg(90), Deg(90) / 4, repr(Deg(1.5)), Deg(3) == 3)  # expect: 90.0 deg 22.5 1.5 True

class Bag(set):
    def total(self): return sum(self)

b = Bag([1, 2, 2])
b.add(10)
print(b.total(), len(b), b == {1, 2, 10}, sorted(b | {3}))  # expect: 13 3 True [1, 2, 3, 10]
class E(KeyError): code = 7

try:
    raise E("k")
except LookupError as error:
    print(error, error.code, error.args)  # expect: 'k' 7 ('k',)
