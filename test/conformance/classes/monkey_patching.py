# Classes and instances are open: methods added, replaced and removed at run time.

class A:
    def hi(self): return "hi"

a = A()
A.hi = lambda self: "patched"
print(a.hi())  # expect: patched
a.hi = lambda: "own"
print(a.hi(), A().hi())  # expect: own patched
del a.hi
print(a.hi())  # expect: patched
A.new = lambda self, x: x * 2
print(a.new(4))  # expect: 8
def length(self): return 77
A.__len__ = length
print(len(a))  # expect: 77

class B:
    def hi(self): return "B hi"

a.__class__ = B
print(a.hi(), isinstance(a, B), isinstance(a, A))  # expect: B hi True False
A.count = 0
for _ in range(3):
    A.count += 1
print(A.count, A().count)  # expect: 3 3
del A.count
print(hasattr(A, "count"))  # expect: False
for action in [lambda: setattr(int, "x", 1), lambda: setattr(5, "x", 1), lambda: setattr(object(), "x", 1), lambda: setattr(len, "x", 1)]:
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
        # expect: TypeError
        # expect: AttributeError
        # expect: AttributeError
        # expect: AttributeError
