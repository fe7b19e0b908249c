# Instances that are called and that manage a with block.

class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *rest, scale=1): return (x + self.n + sum(rest)) * scale

add = Adder(10)
print(add(1), add(1, 2, 3), add(1, scale=2), callable(add), list(map(add, range(3))))
# expect: 11 16 22 True [10, 11, 12]

class Resource:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow

with Resource("a") as name:
    print("body", name)
# expect: enter a
# expect: body A
# expect: exit a None None
with Resource("b", swallow=True):
    raise ValueError("swallowed")
# expect: enter b
# expect: exit b ValueError swallowed
try:
    with Resource("c"):
        raise KeyError("passes")
except KeyError as error:
    print("caught", error)
# expect: enter c
# expect: exit c KeyError 'passes'
# expect: caught 'passes'
Adder.__call__ = lambda self: "replaced on the class"
add.__call__ = lambda: "on the instance: not used"
print(add())  # expect: replaced on the class
