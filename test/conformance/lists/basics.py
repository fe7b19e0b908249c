# Building, indexing, changing and comparing lists.
a = [1, 2, 3]
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
a.insert(100, 7)
a.insert(-1, 6.5)
print(a, len(a))  # expect: [0, 1, 2, 3, 4, 5, 6, 6.5, 7] 9
print(a.pop(), a.pop(0), a.pop(-2), a)  # expect: 7 0 6 [1, 2, 3, 4, 5, 6.5]
a.remove(4)
print(a, a.index(3), a.count(2), 3 in a, 9 not in a)  # expect: [1, 2, 3, 5, 6.5] 2 1 True True
a.reverse()
print(a, a[0], a[-1])  # expect: [6.5, 5, 3, 2, 1] 6.5 1
b = a
c = a[:]
d = a.copy()
b.append("shared")
print(a[-1], len(c), len(d), a is b, a == c)  # expect: shared 5 5 True False
print([1, 2] + [3], [0] * 3, 2 * [1, "x"], [[]] * 2)
# expect: [1, 2, 3] [0, 0, 0] [1, 'x', 1, 'x'] [[], []]
print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], [1, [2]] == [1, [2]], [] == ())
# expect: True True True True False
a.clear()
print(a, bool(a), bool([0]), list("abc"), list(range(3)), list((1,)), list())
# expect: [] False True ['a', 'b', 'c'] [0, 1, 2] [1] []
n = [1, "two", 3.0, None, True, [4, (5,)]]
print(n, str(n) == repr(n))  # expect: [1, 'two', 3.0, None, True, [4, (5,)]] True
r = [1]
r.append(r)
print(r)  # expect: [1, [...]]
for action in [lambda: a[0], lambda: a.pop(), lambda: a.remove(1), lambda: c.index(99), lambda: c["x"],
               lambda: a + (1,), lambda: [1] * "x", lambda: a[10:20]]:
    try:
        print(action())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect: IndexError list index out of range
# expect: IndexError pop from empty list
# expect: ValueError list.remove(x): x not in list
# expect: ValueError 99 is not in list
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: []
