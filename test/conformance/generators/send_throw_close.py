# Values go in by send, exceptions by throw, and close ends with GeneratorExit.

def average():
    total, n, result = 0, 0, None
    while True:
        value = yield result
        total += value
        n += 1
        result = total / n

a = average()
print(next(a), a.send(10), a.send(20), a.send(30))  # expect: None 10.0 15.0 20.0

def guarded():
    while True:
        try:
            got = yield "ready"
            print("got", got)
        except ValueError as error:
            print("caught", error)
            yield "recovered"
        finally:
            print("finally")

g = guarded()
print(next(g))  # expect: ready
print(g.throw(ValueError("v")))
# expect: caught v
# expect: recovered
print(next(g))
# expect: finally
# expect: ready
print(g.send(5))
# expect: got 5
# expect: finally
# expect: ready
g.close()  # expect: finally
print("closed")  # expect: closed
try:
    g.throw(KeyError("late"))
except KeyError as error:
    print("late", error)  # expect: late 'late'

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit
try:
    average().send(1)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator

def unstarted():
    print("never")
    yield

u = unstarted()
u.close()
print(list(u))  # expect: []
try:
    unstarted().throw(ZeroDivisionError)
except ZeroDivisionError as error:
    print(repr(error))  # expect: ZeroDivisionError()
