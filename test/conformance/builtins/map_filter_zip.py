# map, filter, zip, enumerate and reversed are lazy and single-use.
m = map(lambda x: x * 2, [1, 2, 3])
print(next(m), list(m), list(m))  # expect: 2 [4, 6] []
print(list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, "ab", range(5), [True, False, None])), list(map(str, range(3))))
# expect: [8, 9] [('a', 0, True), ('b', 1, False)] ['0', '1', '2']
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isalpha, "a1b2")))
# expect: [1, 'a', [0]] [1, 3, 5] ['a', 'b']
print(list(zip()), list(zip([1])), list(zip("abc", range(2))), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
# expect: [] [(1,)] [('a', 0), ('b', 1)] {'a': 1, 'b': 2} [(1, 3), (2, 4)]
print(list(enumerate("ab")), list(enumerate("ab", 10)), list(enumerate([], start=1)), dict(enumerate("xy")))
# expect: [(0, 'a'), (1, 'b')] [(10, 'a'), (11, 'b')] [] {0: 'x', 1: 'y'}
print(list(reversed([1, 2])), "".join(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})))
# expect: [2, 1] cba [2, 1, 0] [2, 1] ['b', 'a']
log = []
lazy = map(log.append, [1, 2])
print(log, next(lazy), log)  # expect: [1] None [1]
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), list(zip([1, 2], iter("a"))))  # expect: [(1, 2), (3, 4)] [(1, 'a')]
print(type(m).__name__, type(zip()).__name__, type(enumerate([])).__name__, type(filter(None, [])).__name__, iter(m) is m)
# expect: map zip enumerate filter True
for action in [lambda: zip(1), lambda: map(str), lambda: list(map(1, [1])), lambda: reversed({1}), lambda: enumerate(5), lambda: map(None, 5)]:
    try:
        print(action())
    except TypeError as error:
        print(error)
        # expect: 'int' object is not iterable
        # expect: map() must have at least two arguments.
        # expect: 'int' object is not callable
        # expect: 'set' object is not reversible
        # expect: 'int' object is not iterable
        # expect: 'int' object is not iterable
