# List, set, dict and generator comprehensions with conditions and nesting.
print([x * x for x in range(6)], [x for x in range(10) if x % 2 if x > 3])
# expect: [0, 1, 4, 9, 16, 25] [5, 7, 9]
print([(x, y) for x in range(3) for y in "ab"])
# expect: [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
print([[r * c for c in range(3)] for r in range(3)])  # expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]]
print({k: v for k, v in zip("abc", range(3))}, sorted({x % 3 for x in range(10)}))
# expect: {'a': 0, 'b': 1, 'c': 2} [0, 1, 2]
print(sum(x for x in range(101)), list(x + 1 for x in [1, 2]), any(x > 3 for x in [1, 5]))
# expect: 5050 [2, 3] True
x = "outer"
result = [x for x in range(3)]
print(x, result)  # expect: outer [0, 1, 2]
print([y for x in [[1, 2], [3]] for y in x])  # expect: [1, 2, 3]
print([a if a > 1 else -a for a in range(4)], [(i, j) for i in range(4) for j in range(i)])
# expect: [0, -1, 2, 3] [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])  # expect: [[1, 4], [2, 5], [3, 6]]

def f(n):
    return [n + i for i in range(3)]

print(f(10), [f(i)[0] for i in range(2)])  # expect: [10, 11, 12] [0, 1]
print({**{"a": 1}, "b": 2}, [*range(3), *"xy"], {*[1], 2} == {1, 2}, (*[1], 2))
# expect: {'a': 1, 'b': 2} [0, 1, 2, 'x', 'y'] True (1, 2)
print([last := i for i in range(3)], last)  # expect: [0, 1, 2] 2
gen = (print("lazy", i) or i for i in range(2))
print("before")  # expect: before
print(next(gen))
# expect: lazy 0
# expect: 0
print(dict.fromkeys(c for c in "aba"), [lambda: i for i in range(3)][0]())
# expect: {'a': None, 'b': None} 2
