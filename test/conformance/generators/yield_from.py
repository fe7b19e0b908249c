# yield from delegates iteration, send, throw and close, and gives the return value.

def inner():
    got = yield 1
    print("inner got", got)
    try:
        yield 2
    except ValueError as error:
        print("inner caught", error)
    yield 3
    return "result"

def outer():
    value = yield from inner()
    print("value", value)
    yield from [10, 20]
    yield from "ab"
    return "outer result"

g = outer()
print(next(g))  # expect: 1
print(g.send("hello"))
# expect: inner got hello
# expect: 2
print(g.throw(ValueError("oops")))
# expect: inner caught oops
# expect: 3
print(next(g), next(g), next(g), next(g))
# expect: value result
# expect: 10 20 a b
try:
    next(g)
except StopIteration as stop:
    print(stop.value)  # expect: outer result

def closing():
    try:
        yield 1
    finally:
        print("inner closed")

def delegate():
    yield from closing()

d = delegate()
next(d)
d.close()  # expect: inner closed

def flatten(x):
    if isinstance(x, list):
        for item in x:
            yield from flatten(item)
    else:
        yield x

print(list(flatten([1, [2, [3, [4]], 5], []])))  # expect: [1, 2, 3, 4, 5]

def broken():
    yield from 5

try:
    list(broken())
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
