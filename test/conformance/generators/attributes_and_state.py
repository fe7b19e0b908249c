# A generator's state: running, suspended, finished; its name and frame.

def gen():
    "Yields twice."
    x = 1
    yield x
    yield x + 1

g = gen()
print(g.gi_running, g.gi_frame is not None, g.__name__, g.__qualname__, g.gi_code.co_name)
# expect: False True gen gen gen
next(g)
print(sorted(g.gi_frame.f_locals), g.gi_yieldfrom)  # expect: ['x'] None
list(g)
print(g.gi_frame, gen.__doc__)  # expect: None Yields twice.
g1, g2 = gen(), gen()
print(next(g1), next(g1), next(g2), g1 is g2)  # expect: 1 2 1 False
print(hasattr(g1, "__next__"), hasattr(g1, "send"), hasattr(gen, "__next__"), iter(g1) is g1)
# expect: True True False True

def args(a, *rest, k=1):
    yield a
    yield rest
    yield k

print(list(args(1, 2, 3, k=4)))  # expect: [1, (2, 3), 4]
try:
    args()
except TypeError as error:
    print(error)  # expect: args() missing 1 required positional argument: 'a'

class K:
    def method(self):
        yield self
        yield from (self.other(),)
    def other(self): return "other"

k = K()
it = k.method()
print(next(it) is k, next(it))  # expect: True other

def many():
    yield
    x = yield
    print("got", x)
    y = (yield "a") or "default"
    print(y)
    yield [(yield "b"), (yield "c")]

m = many()
print(next(m), next(m), m.send("x"), next(m))
# expect: got x
# expect: default
# expect: None None a b
print(m.send(1), m.send(2))  # expect: c [1, 2]
