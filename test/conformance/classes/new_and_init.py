# __new__ makes the instance, __init__ fills it; either may decide otherwise.

class Tracked:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)
    def __init__(self, *args): print("init", args)

Tracked(1, 2)
# expect: new Tracked (1, 2)
# expect: init (1, 2)

class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")

print(Other())  # expect: 42

class Positive(int):
    def __new__(cls, value):
        if value < 0: raise ValueError("negative: %d" % value)
        return int.__new__(cls, value)

print(Positive(5) + 1)  # expect: 6
try:
    Positive(-5)
except ValueError as error:
    print(error)  # expect: negative: -5

class Wrong:
    def __init__(self): return 5

try:
    Wrong()
except TypeError as error:
    print(error)  # expect: __init__() should return None, not 'int'

class Plain: pass

try:
    Plain(1)
except TypeError as error:
    print(error)  # expect: Plain() takes no arguments
p = object.__new__(Plain)
print(type(p).__name__, isinstance(object(), object))  # expect: Plain True

class Cache:
    made = {}
    def __new__(cls, key):
        if key not in cls.made: cls.made[key] = super().__new__(cls)
        return cls.made[key]

print(Cache("a") is Cache("a"), Cache("a") is Cache("b"))  # expect: True False

class Tup(tuple):
    def __new__(cls, *xs): return tuple.__new__(cls, xs)
    @property
    def first(self): return self[0]

print(Tup(1, 2, 3), Tup(4, 5).first, len(Tup()))  # expect: (1, 2, 3) 4 0
