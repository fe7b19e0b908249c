# Closures as objects: memo tables, counters, event lists.

def memoize(f):
    cache = {}
    def wrapped(*args):
        if args not in cache:
            cache[args] = f(*args)
            wrapped.misses += 1
        return cache[args]
    wrapped.misses = 0
    wrapped.cache = cache
    return wrapped

@memoize
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.misses, len(fib.cache))  # expect: 23416728348467685 81 81

def emitter():
    handlers = []
    def on(f): handlers.append(f); return f
    def emit(*args): return [h(*args) for h in handlers]
    return on, emit

on, emit = emitter()
@on
def one(x): return x + 1
@on
def two(x): return x * 2
print(emit(10))  # expect: [11, 20]

def partial(f, *first, **fixed):
    def call(*rest, **kw): return f(*first, *rest, **{**fixed, **kw})
    return call

print(partial(max, 5)(3, 9), partial(sorted, reverse=True)([1, 3, 2]), partial(pow, 2)(10))
# expect: 9 [3, 2, 1] 1024

def loop():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = "after"
    return [f() for f in fs]

print(loop())  # expect: ['after', 'after', 'after']
def curry(f): return lambda a: lambda b: lambda c: f(a, b, c)
print(curry(lambda a, b, c: a + b * c)(1)(2)(3))  # expect: 7
