# A subclass on the right is asked first; NotImplemented passes the turn.

class Base:
    def __add__(self, other): return "Base.__add__"
    def __radd__(self, other): return "Base.__radd__"

class Derived(Base):
    def __radd__(self, other): return "Derived.__radd__"

class Other:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return "Other.__radd__"

print(Base() + Base())  # expect: Base.__add__
print(Base() + Derived())  # expect: Derived.__radd__
print(Derived() + Base())  # expect: Base.__add__
print(1 + Base(), Base() + 1)  # expect: Base.__radd__ Base.__add__
print(Other() + Base())  # expect: Base.__radd__
try:
    Other() + Other()
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'Other' and 'Other'

class R:
    def __rsub__(self, o): return ("rsub", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rfloordiv__(self, o): return ("rfloordiv", o)
    def __rmod__(self, o): return ("rmod", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __rrshift__(self, o): return ("rrshift", o)
    def __rand__(self, o): return ("rand", o)
    def __ror__(self, o): return ("ror", o)
    def __rxor__(self, o): return ("rxor", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
    def __rdivmod__(self, o): return ("rdivmod", o)

r = R()
print(1 - r, 2.5 / r, "s" // r, [1] % r, (1,) ** r)
# expect: ('rsub', 1) ('rtruediv', 2.5) ('rfloordiv', 's') ('rmod', [1]) ('rpow', (1,))
print(1 << r, 1 >> r, 1 & r, None | r, 1 ^ r, 1 @ r, divmod(1, r))
# expect: ('rlshift', 1) ('rrshift', 1) ('rand', 1) ('ror', None) ('rxor', 1) ('rmatmul', 1) ('rdivmod', 1)
