# with: enter, exit, several managers, targets of every kind.
# python: 3.11-3.13

class M:
    def __init__(self, name): self.name = name
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, *exc): print("exit", self.name, exc[0] and exc[0].__name__)

with M("a"), M("b") as b:
    print("body", b.name)
# expect: enter a
# expect: enter b
# expect: body b
# expect: exit b None
# expect: exit a None
with (M("c")) as c:
    pass
# expect: enter c
# expect: exit c None

class Pair:
    def __enter__(self): return 1, [2, 3]
    def __exit__(self, *exc): pass

with Pair() as (x, (y, z)):
    print(x, y, z)  # expect: 1 2 3
box = {}
with M("d") as box["m"]:
    pass
# expect: enter d
# expect: exit d None
print(box["m"].name)  # expect: d

def returns():
    with M("r"):
        return "value"

print(returns())
# expect: enter r
# expect: exit r None
# expect: value
for i in range(3):
    with M(str(i)):
        if i == 0: continue
        break
# expect: enter 0
# expect: exit 0 None
# expect: enter 1
# expect: exit 1 None
try:
    with M("outer"):
        with M("inner"):
            raise ValueError("v")
except ValueError as error:
    print("caught", error)
# expect: enter outer
# expect: enter inner
# expect: exit inner ValueError
# expect: exit outer ValueError
# expect: caught v
try:
    with M("first"), undefined:
        pass
except NameError as error:
    print(error)
# expect: enter first
# expect: exit first NameError
# expect: name 'undefined' is not defined
try:
    with 5:
        pass
except (TypeError, AttributeError) as error:
    print(error)  # expect: 'int' object does not support the context manager protocol
