# Multiple inheritance follows the C3 order, and super() walks it.
# python: 3.8-3.12

class A:
    def who(self): return ["A"]

class B(A):
    def who(self): return ["B"] + super().who()

class C(A):
    def who(self): return ["C"] + super().who()

class D(B, C):
    def who(self): return ["D"] + super().who()

print(D().who())  # expect: ['D', 'B', 'C', 'A']
print([k.__name__ for k in D.__mro__])  # expect: ['D', 'B', 'C', 'A', 'object']
class E(C, B): pass
print(E().who())  # expect: ['C', 'B', 'A']
try:
    class F(D, E): pass
except TypeError as error:
    print(str(error).split("\n")[0])  # expect: Cannot create a consistent method resolution
try:
    class G(A, B): pass
except TypeError as error:
    print(str(error).split()[0:2])  # expect: ['Cannot', 'create']
try:
    class H(A, A): pass
except TypeError as error:
    print(error)  # expect: duplicate base class A
print(super(B, D()).who())  # expect: ['C', 'A']
print(super(C, D()).who(), [k.__name__ for k in D.mro()])  # expect: ['A'] ['D', 'B', 'C', 'A', 'object']
