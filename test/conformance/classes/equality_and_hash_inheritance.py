# Defining __eq__ drops __hash__; __ne__ follows __eq__; identity short-cuts containers.

class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)

class B(A):
    def __eq__(self, o): return super().__eq__(o)

class C(A): pass
class D(B): __hash__ = A.__hash__

for cls in (A, B, C, D):
    try:
        print(cls.__name__, len({cls(1), cls(1)}))
    except TypeError as error:
        print(error)
# expect: A 1
# expect: unhashable type: 'B'
# expect: C 1
# expect: D 1
print(A(1) != A(1), A(1) != A(2), A(1) == C(1), B(1) == A(1), A(1) in [C(1)], [A(1), A(2)].index(C(2)), [A(1)].count(A(1)))
# expect: False True True True True 1 1

class Never:
    def __eq__(self, o): return False
    __hash__ = object.__hash__

n = Never()
print(n == n, n in [n], [n] == [n], [n].index(n), {n: 1}[n], (n,) == (n,), {n} == {n}, [n].count(n))
# expect: False True True 0 1 True True 1
