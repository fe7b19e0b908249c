# A closure that refers to itself and cells that are filled late.

def make():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact

f = make()
print(f(10), f.__closure__[0].cell_contents is f)  # expect: 3628800 True

def pair():
    def even(n): return n == 0 or odd(n - 1)
    def odd(n): return n != 0 and even(n - 1)
    return even, odd

e, o = pair()
print(e(10), o(10), o(7))  # expect: True False True

def empty():
    def g(): return x
    cell = g.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as error:
        print(error)
    x = 5
    return cell.cell_contents, g()

print(empty())
# expect: Cell is empty
# expect: (5, 5)

def args_captured(a, *rest, b=2, **kw):
    def inner():
        return a, rest, b, kw
    a += 1
    return inner()

print(args_captured(1, 2, 3, b=4, c=5))  # expect: (2, (2, 3), 4, {'c': 5})
y = (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1))
print(y)  # expect: 120
