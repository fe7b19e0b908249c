# In-place operators change the list that others see; plain ones make a new one.
a = b = [1]
a += [2]
print(b, a is b)  # expect: [1, 2] True
a = a + [3]
print(b, a is b)  # expect: [1, 2] False
b *= 2
print(b)  # expect: [1, 2, 1, 2]
b += "xy"
b += (z for z in range(2))
print(b)  # expect: [1, 2, 1, 2, 'x', 'y', 0, 1]

def extend(target):
    target += ["inside"]

extend(b)
print(b[-1])  # expect: inside
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 2],)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)  # expect: [[1, 0, 0], [1, 0, 0]]
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)  # expect: [[1, 0, 0], [0, 0, 0]]
try:
    b += 5
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
