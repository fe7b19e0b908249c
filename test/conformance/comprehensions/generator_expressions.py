# A generator expression is lazy, single-use, and evaluates its first iterable at once.
log = []

def noisy(n):
    for i in range(n):
        log.append(i)
        yield i

g = (x * 10 for x in noisy(5) if x % 2 == 0)
print(log)  # expect: []
print(next(g), log)  # expect: 0 [0]
print(next(g), log)  # expect: 20 [0, 1, 2]
print(list(g), list(g), log)  # expect: [40] [] [0, 1, 2, 3, 4]
try:
    bad = (x for x in undefined_name)
except NameError as error:
    print("at once:", error)  # expect: at once: name 'undefined_name' is not defined
late = (undefined_name for x in [1])
try:
    next(late)
except NameError as error:
    print("later:", error)  # expect: later: name 'undefined_name' is not defined
limit = 2
h = (x for x in range(5) if x < limit)
limit = 4
print(list(h))  # expect: [0, 1, 2, 3]
print(sum(x * x for x in range(4)), "".join(c.upper() for c in "abc"), tuple(i for i in range(3)))
# expect: 14 ABC (0, 1, 2)
print(any(log.append("any %d" % i) or i > 1 for i in range(5)), log[-3:])
# expect: True ['any 0', 'any 1', 'any 2']
nested = ((i, j) for i in range(2) for j in range(i + 1))
print(list(nested), type(nested).__name__)  # expect: [(0, 0), (1, 0), (1, 1)] generator
