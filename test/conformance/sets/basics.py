# Sets: building, adding, removing, algebra and comparison.
s = {3, 1, 2, 3}
s.add(5)
s.add(1)
s.discard(99)
s.remove(2)
print(sorted(s), len(s), 5 in s, 2 in s, set(), {1}, bool(set()))
# expect: [1, 3, 5] 3 True False set() {1} False
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))  # expect: [1, 2, 3, 4] [2, 3] [1] [1, 4]
print(sorted(a.union([9], (8,))), sorted(a.intersection(b, {3})), sorted(a.difference([1])), sorted(a.symmetric_difference([3, 7])))
# expect: [1, 2, 3, 8, 9] [3] [2, 3] [1, 2, 7]
print({1, 2} <= a, {1, 2} < a, a < a, a <= a, a >= {1}, a == {3, 2, 1}, a != b, a.isdisjoint({9}), {1}.issubset(a), a.issuperset([1]))
# expect: True True False True True True True True True True
a |= {10}
a &= {1, 2, 10}
a -= {1}
a ^= {2, 5}
print(sorted(a))  # expect: [5, 10]
a.update([1, 2], "x")
print(len(a), {1} in [{1}], frozenset([1, 2]) == {1, 2}, hash(frozenset([1])) == hash(frozenset([1])))
# expect: 5 True True True
print(sorted(set("hello")), sorted(set([1, 1.0, True])), {frozenset({1}): "ok"}[frozenset({1})])
# expect: ['e', 'h', 'l', 'o'] [1] ok
c = b.copy()
c.clear()
print(sorted(b), c, {7}.pop(), repr(frozenset()), repr(frozenset({1})))
# expect: [2, 3, 4] set() 7 frozenset() frozenset({1})
for action in [lambda: {[]}, lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} + {2}, lambda: {1} | [2], lambda: hash({1}), lambda: a[0]]:
    try:
        print(action())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
        # expect: TypeError unhashable type: 'list'
        # expect: KeyError 5
        # expect: KeyError 'pop from an empty set'
        # expect: TypeError unsupported operand type(s) for +: 'set' and 'set'
        # expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
        # expect: TypeError unhashable type: 'set'
        # expect: TypeError 'set' object is not subscriptable
