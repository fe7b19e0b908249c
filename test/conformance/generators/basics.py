# A generator runs lazily, between yields.

def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")

g = count(2)
print("made")  # expect: made
print(next(g))
# expect: start
# expect: 0
print(next(g))  # expect: 1
try:
    next(g)  # expect: end
except StopIteration as stop:
    print("stopped", stop.value)  # expect: stopped None
try:
    next(g)
except StopIteration:
    print("still stopped")  # expect: still stopped
print(next(g, "default"))  # expect: default

def squares():
    n = 0
    while True:
        yield n * n
        n += 1

total = []
for s in squares():
    if s > 50:
        break
    total.append(s)
print(total)  # expect: [0, 1, 4, 9, 16, 25, 36, 49]

def empty():
    return
    yield

print(list(empty()), iter(g) is g, type(g).__name__)  # expect: [] True generator

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

f = fib()
print([next(f) for _ in range(10)], sum(x for x in range(5)), max(count(0), default="none"))
# expect: start
# expect: end
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 10 none
