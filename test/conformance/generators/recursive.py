# Recursive generators: trees, permutations, subsets, hanoi, eight queens.

class Node:
    def __init__(self, value, left=None, right=None): self.value, self.left, self.right = value, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right

tree = Node(4, Node(2, Node(1), Node(3)), Node(6, Node(5)))
print(list(tree), sum(tree))  # expect: [1, 2, 3, 4, 5, 6] 21

def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for i in range(len(items)):
            for rest in permutations(items[:i] + items[i + 1:]):
                yield items[i:i + 1] + rest

print(list(permutations("abc")), len(list(permutations([1, 2, 3, 4]))))
# expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'] 24

def subsets(items):
    if not items: yield []
    else:
        for s in subsets(items[1:]):
            yield s
            yield [items[0]] + s

print(sorted(subsets([1, 2, 3])))  # expect: [[], [1], [1, 2], [1, 2, 3], [1, 3], [2], [2, 3], [3]]

def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)

print(" ".join(hanoi(3, "A", "B", "C")))  # expect: AC AB CB AC BA BC AC

def queens(n, row=0, cols=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if all(c != d and abs(c - d) != row - r for r, d in enumerate(cols)):
                yield from queens(n, row + 1, cols + (c,))

print(next(queens(8)), sum(1 for _ in queens(6)))  # expect: (0, 4, 7, 5, 2, 6, 1, 3) 4

def walk(d, path=()):
    for k, v in d.items():
        if isinstance(v, dict): yield from walk(v, path + (k,))
        else: yield "/".join(path + (k,)), v

print(list(walk({"a": {"b": 1, "c": {"d": 2}}, "e": 3})))  # expect: [('a/b', 1), ('a/c/d', 2), ('e', 3)]

def countdown(n):
    if n: 
        yield n
        yield from countdown(n - 1)

print(sum(countdown(100)))  # expect: 5050
