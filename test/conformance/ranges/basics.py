# range: lazily counted, indexed, sliced, compared.
# python: 3.9-3.13
print(range(5), list(range(5)), list(range(2, 8)), list(range(0, 10, 3)), list(range(5, 0, -2)), list(range(3, 3)))
# expect: range(0, 5) [0, 1, 2, 3, 4] [2, 3, 4, 5, 6, 7] [0, 3, 6, 9] [5, 3, 1] []
r = range(10, 50, 5)
print(len(r), r[0], r[-1], r[2:5], r[::-1], 25 in r, 26 in r, r.index(25), r.count(11), "x" in r)
# expect: 8 10 45 range(20, 35, 5) range(45, 5, -5) True False 3 0 False
print(range(0) == range(5, 5), range(0, 10, 2) == range(0, 9, 2), hash(range(3)) == hash(range(3)), r.start, r.stop, r.step)
# expect: True True True 10 50 5
print(list(reversed(range(4))), sum(range(101)), bool(range(0)), max(range(3)), 10 ** 20 in range(10 ** 21))
# expect: [3, 2, 1, 0] 5050 False 2 True
print(len(range(10 ** 12)), range(10 ** 12)[10 ** 11], list(range(2 ** 40, 2 ** 40 + 3)), list(range(-3, 3)))
# expect: 1000000000000 100000000000 [1099511627776, 1099511627777, 1099511627778] [-3, -2, -1, 0, 1, 2]
for i in range(3):
    i = i * 10
    print(i)
    # expect: 0
    # expect: 10
    # expect: 20
else:
    print("done", i)  # expect: done 20
it = iter(range(2))
print(next(it), next(it), next(it, "end"))  # expect: 0 1 end
for action in [lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.5), lambda: range(3)[5], lambda: range(5).index(9), lambda: range()]:
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
        # expect: ValueError range() arg 3 must not be zero
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError 'float' object cannot be interpreted as an integer
        # expect: IndexError range object index out of range
        # expect: ValueError 9 is not in range
        # expect: TypeError range expected at least 1 argument, got 0
