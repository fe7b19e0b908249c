# Comprehensions as programs: flattening, transposing, filtering, sieving.
pyth = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pyth)
# expect: [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17), (12, 16, 20), (15, 20, 25), (7, 24, 25), (10, 24, 26), (20, 21, 29)]
print([p for p in range(2, 50) if all(p % q for q in range(2, int(p ** 0.5) + 1))])
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
print([[1 if i == j else 0 for j in range(3)] for i in range(3)])
# expect: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
print({w: len(w) for w in "a bb ccc".split() if w != "bb"}, {c: {d for d in "ab" if d != c} for c in "ab"})
# expect: {'a': 1, 'ccc': 3} {'a': {'b'}, 'b': {'a'}}
print([x if x % 2 else -x for x in range(6) if x != 3], [y for x in range(3) if x for y in range(x)])
# expect: [0, 1, -2, -4, 5] [0, 0, 1]
print(dict((v, k) for k, v in {"a": 1, "b": 2}.items()), set(x // 2 for x in range(6)) == {0, 1, 2})
# expect: {1: 'a', 2: 'b'} True
print(sum(1 for c in "banana" if c == "a"), max((len(w), w) for w in ["aa", "b", "cc"]))
# expect: 3 (2, 'cc')
print([(i, c) for i, c in enumerate("abc") if i], [a + b for a, b in zip("ab", "cd")], [a for a, *b in [(1, 2, 3), "xy"]])
# expect: [(1, 'b'), (2, 'c')] ['ac', 'bd'] [1, 'x']
print([f"{i}{j}" for i in range(2) for j in range(2)], list(map(lambda t: t[0], ((i, -i) for i in range(3)))))
# expect: ['00', '01', '10', '11'] [0, 1, 2]
print(["".join(row) for row in [[".#"[(r + c) % 2] for c in range(4)] for r in range(2)]])
# expect: ['.#.#', '#.#.']
