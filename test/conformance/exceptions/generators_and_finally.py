# Exceptions that pass through generators, and finally blocks in generators that are closed or dropped.

def g(log):
    try:
        log.append("start")
        yield 1
        yield 2
    except ValueError as e:
        log.append("caught %s" % e)
        yield "handled"
    finally:
        log.append("finally")

log = []
for x in g(log):
    if x == 1: break
print(log)  # expect: ['start', 'finally']
log = []
it = g(log)
next(it)
print(it.throw(ValueError("v")), log, list(it), log)
# expect: handled ['start', 'caught v', 'finally'] [] ['start', 'caught v', 'finally']
log = []
it = g(log)
next(it)
del it
print(log)  # expect: ['start', 'finally']
log = []
it = g(log)
next(it)
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", e, log)  # expect: out 'k' ['start', 'finally']

def chain():
    try:
        yield 1
    finally:
        yield "from finally"

c = chain()
next(c)
print(c.throw(KeyError), end=" ")
try:
    next(c)
except KeyError:
    print("then KeyError")  # expect: from finally then KeyError

def with_context():
    try:
        yield
    except ValueError:
        raise KeyError("replaced")

w = with_context()
next(w)
try:
    w.throw(ValueError("v"))
except KeyError as e:
    print(repr(e.__context__))  # expect: ValueError('v')

def state():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "paused in a handler"
        try:
            raise
        except ZeroDivisionError as e:
            yield "reraised " + str(e)

s = state()
print(next(s), next(s))  # expect: paused in a handler reraised division by zero
