# Unpacking into names, items, attributes, slices and nested patterns.
a, b, c = 1, 2, 3
(d, e), [f, g] = (4, 5), "xy"
print(a, b, c, d, e, f, g)  # expect: 1 2 3 4 5 x y
first, *middle, last = range(5)
*init, end = "abc"
head, *tail = [1]
print(first, middle, last, init, end, head, tail)  # expect: 0 [1, 2, 3] 4 ['a', 'b'] c 1 []
(x, *y), *z = [1, 2, 3], 4, 5
print(x, y, z)  # expect: 1 [2, 3] [4, 5]
a, b = b, a
print(a, b)  # expect: 2 1
box, data = {}, [0, 0, 0, 0]
class O: pass
o = O()
box["k"], o.attr, data[1], data[2:] = "item", "attribute", "index", ["s1", "s2", "s3"]
print(box, o.attr, data)  # expect: {'k': 'item'} attribute [0, 'index', 's1', 's2', 's3']
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
    # expect: 0 1 2
    # expect: 1 3 4
for name, *scores in [("ann", 1, 2), ("bob",)]:
    print(name, scores)
    # expect: ann [1, 2]
    # expect: bob []
p = q = r = []
p.append(1)
print(p, q is r, r)  # expect: [1] True [1]
[m, n] = {"k1": 1, "k2": 2}
print(m, n)  # expect: k1 k2

def gen():
    yield 1
    yield 2

u, v = gen()
print(u, v)  # expect: 1 2
() = []
actions = [("1, 2", (1, 2)), ("1 to 4", range(1, 5)), ("5", 5), ("None", None)]
for label, value in actions:
    try:
        one, two, three = value
    except (ValueError, TypeError) as error:
        print(label, "|", error)
        # expect: 1, 2 | not enough values to unpack (expected 3, got 2)
        # expect: 1 to 4 | too many values to unpack (expected 3)
        # expect: 5 | cannot unpack non-iterable int object
        # expect: None | cannot unpack non-iterable NoneType object
try:
    one, *rest, two = [1]
except ValueError as error:
    print(error)  # expect: not enough values to unpack (expected at least 2, got 1)
try:
    (one,) = []
except ValueError as error:
    print(error)  # expect: not enough values to unpack (expected 1, got 0)
a = b, c = 1, 2
print(a, b, c)  # expect: (1, 2) 1 2
