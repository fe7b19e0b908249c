# sorted, min, max, sum, any, all with keys, defaults and starts.
# python: 3.9-3.11
words = ["pear", "fig", "banana"]
print(min(words), max(words), min(words, key=len), max(words, key=len), min(3, 1, 2), max("hello"))
# expect: banana pear fig banana 1 o
print(min([], default="none"), max((), default=0), min([2, 1], key=lambda x: -x), max([(1, "b"), (1, "a")]))
# expect: none 0 2 (1, 'b')
print(sum([]), sum([1.5, 2]), sum(range(10), 100), sum([[1], [2]], []), sum((1, 2), start=3), sum([True, True]))
# expect: 0 3.5 145 [1, 2] 6 2
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in range(5)), all(map(str.isdigit, "123")))
# expect: False True True False True True
print(sorted([3, 1, 2]), sorted("cab"), sorted({2: "x", 1: "y"}), sorted([(2, "a"), (1, "b")], key=lambda t: t[1], reverse=True))
# expect: [1, 2, 3] ['a', 'b', 'c'] [1, 2] [(1, 'b'), (2, 'a')]
print(max([1, 5, 5.0, True]), min([1, 1.0, True]), max(2, 2.0), min([[1, 2], [1]]))  # expect: 5 1 2 [1]
for action in [lambda: min([]), lambda: max(), lambda: sum("ab"), lambda: sum(["a"], ""), lambda: min(1, "a"), lambda: sorted(5), lambda: min(1)]:
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError min() arg is an empty sequence
        # expect: TypeError max expected at least 1 argument, got 0
        # expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
        # expect: TypeError '<' not supported between instances of 'str' and 'int'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'int' object is not iterable
