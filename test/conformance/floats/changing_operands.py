# The same operation on floats, ints and other things in turn.


def both(a, b):
    return a + b, a - b, a * b, a / b


print(both(1.5, 2.5))  # expect: (4.0, -1.0, 3.75, 0.6)
print(both(3, 2))  # expect: (5, 1, 6, 1.5)
print(both(3, 0.5), both(0.5, 3))  # expect: (3.5, 2.5, 1.5, 6.0) (3.5, -2.5, 1.5, 0.16666666666666666)
print(both(10**20, 0.5))  # expect: (1e+20, 1e+20, 5e+19, 2e+20)
print(both(True, 0.5))  # expect: (1.5, 0.5, 0.5, 2.0)
for divisor in (0, 0.0, -0.0):
    try:
        both(1.5, divisor)
    except ZeroDivisionError as error:
        print(error)
# expect: float division by zero
# expect: float division by zero
# expect: float division by zero
try:
    both(1.5, "a")
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'float' and 'str'


def temporaries(x, y):
    z = (x + y) * (x - y) - x
    w = x - (y + y) / (x * x)
    return x, y, z, w


print(temporaries(1.5, 0.5), temporaries(3.0, 2))  # expect: (1.5, 0.5, 0.5, 1.0555555555555556) (3.0, 2, 2.0, 2.5555555555555554)


def order(a, b):
    found = []
    if a < b:
        found.append("<")
    if a <= b:
        found.append("<=")
    if a == b:
        found.append("==")
    if a != b:
        found.append("!=")
    if a > b:
        found.append(">")
    if a + b >= b + b:
        found.append(">=")
    return " ".join(found)


nan = float("nan")
print([order(1.5, 2.5), order(2.5, 2.5), order(3, 2.5), order(1, 2), order(2, 2.0), order(10**20, 1.0)])
# expect: ['< <= !=', '<= == >=', '!= > >=', '< <= !=', '<= == >=', '!= > >=']
print([order(nan, nan), order(nan, 1), order("a", "b")])  # expect: ['!=', '!=', '< <= !=']
