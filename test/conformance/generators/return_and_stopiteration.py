# A return value travels in StopIteration; a StopIteration raised inside becomes RuntimeError.

def gives():
    yield 1
    return {"answer": 42}

g = gives()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)  # expect: {'answer': 42} ({'answer': 42},)

def leaks():
    yield 1
    raise StopIteration("leaked")

try:
    print(list(leaks()))
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('leaked')

def asks_too_much():
    it = iter([])
    yield next(it)

try:
    next(asks_too_much())
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration

def fails():
    yield "first"
    raise KeyError("k")

f = fails()
print(next(f))  # expect: first
try:
    next(f)
except KeyError as error:
    print(error)  # expect: 'k'
print(list(f))  # expect: []

def itself():
    yield next(me)

me = itself()
try:
    next(me)
except ValueError as error:
    print(error)  # expect: generator already executing
