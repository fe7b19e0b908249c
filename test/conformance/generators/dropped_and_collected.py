# A generator that is dropped half-way runs its finally blocks, nested ones too.
log = []

def inner():
    try:
        yield 1
        yield 2
    finally:
        log.append("inner")

def outer():
    try:
        yield from inner()
    finally:
        log.append("outer")

g = outer()
next(g)
g = None
print(log)  # expect: ['inner', 'outer']
log.clear()

def loop():
    for x in outer():
        if x == 1: break
    log.append("after loop")

loop()
print(log)  # expect: ['inner', 'outer', 'after loop']
log.clear()

def first(it):
    for x in it: return x

print(first(outer()), log)  # expect: 1 ['inner', 'outer']
log.clear()
gens = [outer() for _ in range(3)]
for g in gens: next(g)
del g
gens.pop()
print(log)  # expect: ['inner', 'outer']
gens.clear()
print(log)  # expect: ['inner', 'outer', 'inner', 'outer', 'inner', 'outer']
never = outer()
del never
print(len(log))  # expect: 6

class Res:
    def __enter__(self): log.append("open"); return self
    def __exit__(self, *e): log.append("close %s" % (e[0] and e[0].__name__))

def uses():
    with Res():
        yield

log.clear()
u = uses()
next(u)
u.close()
v = uses()
next(v)
del v
print(log)  # expect: ['open', 'close GeneratorExit', 'open', 'close GeneratorExit']
