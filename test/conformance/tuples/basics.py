# Tuples: literals, immutability, comparison, hashing, methods.
print((), (1,), (1, 2), 1, 2, tuple("abc"), tuple([1, 2]), tuple())
# expect: () (1,) (1, 2) 1 2 ('a', 'b', 'c') (1, 2) ()
t = 1, "two", 3.0
print(t, len(t), t[0], t[-1], t[1:], t[::-1], "two" in t, t + (4,), (0,) * 3)
# expect: (1, 'two', 3.0) 3 1 3.0 ('two', 3.0) (3.0, 'two', 1) True (1, 'two', 3.0, 4) (0, 0, 0)
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2), (1, 2) == [1, 2], () < (0,))
# expect: True True True False True
print(t.index("two"), (1, 2, 1).count(1), hash((1, 2)) == hash((1, 2)), {(0, 1): "key"}[0, 1])
# expect: 1 2 True key
a, b = b, a = 1, 2
print(a, b)  # expect: 2 1
print(((1, 2), (3,)), (None,), ("a'b",), ([],), sum((1, 2, 3)), max((3, 5, 1)))
# expect: ((1, 2), (3,)) (None,) ("a'b",) ([],) 6 5
nested = ([1], 2)
nested[0].append(9)
print(nested)  # expect: ([1, 9], 2)
def many(): return 1, 2, 3
print(many(), type(many()).__name__)  # expect: (1, 2, 3) tuple
def assign(): t[0] = 1
def delete(): del t[0]

for action in [assign, delete, lambda: t[9], lambda: hash(([],)), lambda: t.append(1), lambda: t.index(5), lambda: t + [2]]:
    try:
        action()
    except (TypeError, IndexError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: TypeError 'tuple' object does not support item assignment
        # expect: TypeError 'tuple' object doesn't support item deletion
        # expect: IndexError tuple index out of range
        # expect: TypeError unhashable type: 'list'
        # expect: AttributeError 'tuple' object has no attribute 'append'
        # expect: ValueError tuple.index(x): x not in tuple
        # expect: TypeError can only concatenate tuple (not "list") to tuple
