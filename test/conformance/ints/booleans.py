# bool is an int with two values; truth of every kind of object.
print(True, False, not True, not 0, not "")  # expect: True False False True True
print(True + True, True * 10, int(True), [1, 2][True], "ab"[False])  # expect: 2 10 1 2 a
print(True & False, True | False, True ^ True, ~True, True & 3)  # expect: False True False -2 1
print(isinstance(True, int), type(True).__name__, bool.__mro__[1].__name__, True is (1 == 1))
# expect: True bool int True
print([bool(x) for x in [0, 1, -1, 0.0, 0.1, "", " ", [], [0], (), (None,), {}, {0: 0}, set(), None, range(0), b""]])
# expect: [False, True, True, False, True, False, True, False, True, False, True, False, True, False, False, False, False]
print(1 and 2, 0 and 2, 1 or 2, 0 or 2, None or [], "" or 0 or "last", 1 and [] and 3)
# expect: 2 0 1 2 [] last []

def loud(value):
    print("evaluated", value)
    return value

print(loud(0) and loud(1))
# expect: evaluated 0
# expect: 0
print(loud(0) or loud(5))
# expect: evaluated 0
# expect: evaluated 5
# expect: 5

class Never:
    def __bool__(self): return False

class Sized:
    def __len__(self): return 0

print(bool(Never()), bool(Sized()), not Never(), "yes" if Sized() else "no")  # expect: False False True no

class Wrong:
    def __bool__(self): return 1

try:
    bool(Wrong())
except TypeError as error:
    print(error)  # expect: __bool__ should return bool, returned int
