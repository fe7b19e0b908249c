# Generators and closures with shared syntax.
from __future__ import print_function

def count(n):
    while n:
        got = yield n
        if got: n = got
        else: n -= 1

g = count(3)
print(next(g), g.send(5), next(g), list(g))  # expect: 3 5 4 [3, 2, 1]

def counter():
    state = [0]
    def step():
        state[0] += 1
        return state[0]
    return step

s = counter()
print(s(), s(), [x * 2 for x in range(3)], dict((k, v) for k, v in [("a", 1)]), sorted(set([3, 1, 3])))
# expect: 1 2 [0, 2, 4] {'a': 1} [1, 3]

def closing():
    try:
        yield 1
    finally:
        print("closed")

c = closing()
next(c)
c.close()  # expect: closed
print(sum(x for x in range(10) if x % 2), any(x > 2 for x in [1, 5]), list(zip("ab", [1, 2])), list(map(abs, [-1])))
# expect: 25 True [('a', 1), ('b', 2)] [1]
