# Inner functions keep the variables of their makers, shared and live.
# python: 3.11-3.13

def counter():
    count = 0
    def step(by=1):
        nonlocal count
        count += by
        return count
    def peek():
        return count
    return step, peek

step, peek = counter()
step(); step(); step(5)
print(peek())  # expect: 7
other, _ = counter()
print(other(), peek())  # expect: 1 7

def make_adders():
    return [lambda x: x + i for i in range(3)]

print([f(10) for f in make_adders()])  # expect: [12, 12, 12]

def make_bound():
    return [lambda x, i=i: x + i for i in range(3)]

print([f(10) for f in make_bound()])  # expect: [10, 11, 12]

def outer(x):
    def middle(y):
        def inner(z):
            return (x, y, z)
        return inner
    return middle

print(outer(1)(2)(3))  # expect: (1, 2, 3)

def late():
    def f(): return value
    value = "assigned later"
    return f()

print(late())  # expect: assigned later
print(step.__closure__[0].cell_contents, step.__code__.co_freevars, counter.__closure__)
# expect: 7 ('count',) None

def early():
    def f(): return missing
    if False: missing = 1
    try:
        f()
    except NameError as error:
        print(error)

early()
# expect: cannot access free variable 'missing' where it is not associated with a value in enclosing scope
