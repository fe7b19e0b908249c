# Dunder methods that make an instance behave as a container.

class Grid:
    def __init__(self, w, h):
        self.w, self.h, self.cells = w, h, {}
    def __len__(self): return self.w * self.h
    def __getitem__(self, key):
        if isinstance(key, slice): return ("slice", key.start, key.stop, key.step)
        x, y = key
        return self.cells.get((x, y), 0)
    def __setitem__(self, key, value): self.cells[key] = value
    def __delitem__(self, key): del self.cells[key]
    def __contains__(self, value): return value in self.cells.values()
    def __iter__(self): return iter(sorted(self.cells))
    def __reversed__(self): return iter(sorted(self.cells)[::-1])

g = Grid(3, 2)
g[0, 1] = "a"
g[2, 0] = "b"
print(g[0, 1], g[1, 1], len(g), "a" in g, "z" in g, "z" not in g)  # expect: a 0 6 True False True
print(list(g), list(reversed(g)), g[1:2], g[::3], g[:])
# expect: [(0, 1), (2, 0)] [(2, 0), (0, 1)] ('slice', 1, 2, None) ('slice', None, None, 3) ('slice', None, None, None)
del g[0, 1]
print(list(g), bool(g), bool(Grid(0, 5)))  # expect: [(2, 0)] True False

class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10

print(list(Old()), 20 in Old(), 5 in Old(), [x for x in Old()])
# expect: [0, 10, 20] True False [0, 10, 20]

class Bad:
    def __len__(self): return -1

try:
    len(Bad())
except ValueError as error:
    print(error)  # expect: __len__() should return >= 0
five = 5
for action in [lambda: len(five), lambda: five[0], lambda: iter(five), lambda: 1 in five, lambda: Old().__len__()]:
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
        # expect: object of type 'int' has no len()
        # expect: 'int' object is not subscriptable
        # expect: 'int' object is not iterable
        # expect: argument of type 'int' is not iterable
        # expect: 'Old' object has no attribute '__len__'
