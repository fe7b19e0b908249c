# A comprehension has its own scope, except that its first iterable belongs to the outside.
x = "outside"
print([x for x in range(3)], x)  # expect: [0, 1, 2] outside

def f():
    y = [i for i in range(3)]
    try:
        return i
    except NameError:
        return "i stays inside", y

print(f())  # expect: ('i stays inside', [0, 1, 2])

class C:
    n = 3
    first = [i for i in range(n)]
    try:
        second = [n for i in range(2)]
    except NameError as error:
        second = "class names are not seen inside"

print(C.first, C.second)  # expect: [0, 1, 2] class names are not seen inside
funcs = [lambda: i for i in range(3)]
print([g() for g in funcs])  # expect: [2, 2, 2]
funcs = [lambda i=i: i for i in range(3)]
print([g() for g in funcs])  # expect: [0, 1, 2]

def walrus():
    found = [last := v for v in [1, 5, 2] if v > 1]
    return found, last

print(walrus())  # expect: ([5, 2], 2)
total = 0
sums = [total := total + v for v in [1, 2, 3]]
print(sums, total)  # expect: [1, 3, 6] 6
print({k: [k2 for k2 in range(k)] for k in range(3)}, [[(a, b) for a in "xy"] for b in range(2)])
# expect: {0: [], 1: [0], 2: [0, 1]} [[('x', 0), ('y', 0)], [('x', 1), ('y', 1)]]
def nested(n): return [[n * i + j for j in range(2)] for i in range(2)]
print(nested(10))  # expect: [[0, 1], [10, 11]]
