# Reading, assigning and deleting slices.
# python: 3.8-3.12
a = list(range(10))
print(a[2:5], a[::3], a[::-1], a[-3:], a[5:2], a[8:100], a[7:2:-2])
# expect: [2, 3, 4] [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [7, 8, 9] [] [8, 9] [7, 5, 3]
a[2:4] = ["x", "y", "z"]
print(a)  # expect: [0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 8, 9]
a[0:0] = [-1]
a[len(a):] = ["end"]
print(a)  # expect: [-1, 0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 8, 9, 'end']
a[::2] = [0] * len(a[::2])
print(a)  # expect: [0, 0, 0, 'x', 0, 'z', 0, 5, 0, 7, 0, 9, 0]
del a[1:4]
del a[::3]
print(a)  # expect: [0, 'z', 5, 0, 0, 9]
a[:] = "abc"
print(a)  # expect: ['a', 'b', 'c']
a[1:2] = []
print(a, a[slice(0, 1)], slice(1, 5, 2), slice(1, 10, 3).indices(5))
# expect: ['a', 'c'] ['a'] slice(1, 5, 2) (1, 5, 3)
b = [1, 2, 3]
b[1:] = b
print(b)  # expect: [1, 1, 2, 3]
b[10:] = [9]
b[-100:1] = []
print(b)  # expect: [1, 2, 3, 9]
def assign(key, value): b[key] = value

for action in [lambda: assign(slice(None, None, 2), [1]), lambda: assign(slice(0, 2), 5), lambda: b[::0],
               lambda: b[1.0:], lambda: b["a":"b"]]:
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError attempt to assign sequence of size 1 to extended slice of size 2
        # expect: TypeError can only assign an iterable
        # expect: ValueError slice step cannot be zero
        # expect: TypeError slice indices must be integers or None or have an __index__ method
        # expect: TypeError slice indices must be integers or None or have an __index__ method
