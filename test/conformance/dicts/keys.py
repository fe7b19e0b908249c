# What serves as a key: equal and equally hashed objects are one key.
d = {1: "a"}
d[1.0] = "b"
d[True] = "c"
print(d)  # expect: {1: 'c'}
print({0: "zero", False: "false", 0.0: "float"}, {"1": 1, 1: 2, (1,): 3, None: 4, b"1": 5})
# expect: {0: 'float'} {'1': 1, 1: 2, (1,): 3, None: 4, b'1': 5}

class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 3
    def __eq__(self, other): return isinstance(other, Key) and self.v == other.v
    def __repr__(self): return "K%d" % self.v

d = {Key(i): i for i in range(10)}
print(d[Key(7)], Key(20) in d, len(d), d.pop(Key(3)), Key(3) in d, d.get(Key(4)))
# expect: 7 False 10 3 False 4
d[Key(1)] = "new"
print(list(d.items())[:2])  # expect: [(K0, 0), (K1, 'new')]
for bad in [[], {}, set(), [1, 2]]:
    try:
        {bad: 1}
    except TypeError as error:
        print(error)
        # expect: unhashable type: 'list'
        # expect: unhashable type: 'dict'
        # expect: unhashable type: 'set'
        # expect: unhashable type: 'list'

class Loud:
    def __hash__(self): raise ValueError("no hash today")

try:
    {}[Loud()]
except ValueError as error:
    print(error)  # expect: no hash today
f = {len: "builtin", Key: "class", print: "p"}
print(f[len], f[Key], {frozenset([1, 2]): "fs"}[frozenset([2, 1])], {range(3): 1}[range(3)])
# expect: builtin class fs 1
