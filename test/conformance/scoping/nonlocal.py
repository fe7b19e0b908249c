# nonlocal reaches the nearest enclosing function; each call has its own cells.

def outer():
    x = "outer"
    def middle():
        x = "middle"
        def inner():
            nonlocal x
            x = "changed by inner"
            return x
        inner()
        return x
    return middle(), x

print(outer())  # expect: ('changed by inner', 'outer')

def account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance
    def withdraw(n):
        nonlocal balance
        if n > balance: return "insufficient"
        balance -= n
        return balance
    return deposit, withdraw

d, w = account(100)
d2, w2 = account(0)
print(d(50), w(30), w(500), d2(1), w2(1), w(120))  # expect: 150 120 insufficient 1 0 0

def skip():
    n = 0
    def a():
        def b():
            nonlocal n
            n += 1
        b(); b()
    a()
    return n

print(skip())  # expect: 2

def deleting():
    v = 1
    def remove():
        nonlocal v
        del v
    remove()
    try:
        return v
    except NameError as error:
        return type(error).__name__

print(deleting())  # expect: UnboundLocalError

def parameter(x):
    def bump():
        nonlocal x
        x *= 2
        return x
    bump()
    return bump()

print(parameter(5))  # expect: 20
