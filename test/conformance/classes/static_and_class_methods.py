# staticmethod needs no instance; classmethod receives the class, the derived one too.

class Shape:
    sides = 0
    @staticmethod
    def describe(n): return "%d sides" % n
    @classmethod
    def make(cls, *args): return cls(*args)
    @classmethod
    def count(cls): return cls.sides

class Square(Shape):
    sides = 4
    def __init__(self, size=1): self.size = size

print(Shape.describe(3), Square().describe(4))  # expect: 3 sides 4 sides
print(type(Square.make(7)).__name__, Square.make(7).size, Shape.count(), Square.count(), Square().count())
# expect: Square 7 0 4 4
method = Square.make
print(method(2).size, method.__self__ is Square)  # expect: 2 True

class Parent:
    registry = []
    @classmethod
    def register(cls): cls.registry.append(cls.__name__); return len(cls.registry)

class Child(Parent):
    @classmethod
    def register(cls): return super().register() * 10

print(Parent.register(), Child.register(), Parent.registry)  # expect: 1 20 ['Parent', 'Child']
def outside(x): return x + 1

class Uses:
    helper = staticmethod(outside)
    direct = outside

print(Uses.helper(1), Uses().helper(2), Uses.direct(3))  # expect: 2 3 4
