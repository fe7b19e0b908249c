# New-style classes with shared syntax.
from __future__ import print_function

class Base(object):
    def __init__(self, x): self.x = x
    def __repr__(self): return "%s(%r)" % (type(self).__name__, self.x)
    def __eq__(self, other): return self.x == other.x
    def __ne__(self, other): return not self == other
    def __lt__(self, other): return self.x < other.x
    def __hash__(self): return hash(self.x)
    @property
    def double(self): return self.x * 2
    @staticmethod
    def make(): return Base(0)

class Derived(Base):
    def __init__(self, x, y):
        super(Derived, self).__init__(x)
        self.y = y
    def __len__(self): return self.y
    def __getitem__(self, i): return i * self.y
    def __call__(self, *a, **k): return a, sorted(k.items())
    def __contains__(self, v): return v == self.y

d = Derived(1, 2)
print(d, d.double, len(d), d[5], d(1, k=2), 2 in d, Base.make(), isinstance(d, Base))
# expect: Derived(1) 2 2 10 ((1,), [('k', 2)]) True Base(0) True
print(Base(1) == Base(1), Base(1) != Base(2), sorted([Base(3), Base(1)]), len(set([Base(1), Base(1)])))
# expect: True True [Base(1), Base(3)] 1
print([c.__name__ for c in Derived.__mro__], hasattr(d, "z"), getattr(d, "z", 9))
# expect: ['Derived', 'Base', 'object'] False 9
