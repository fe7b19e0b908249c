# del removes names, items, slices and attributes.
x, y = 1, 2
del x
try:
    x
except NameError as error:
    print(error)  # expect: name 'x' is not defined
a = list(range(6))
del a[0], a[-1], a[1:3]
print(a)  # expect: [1, 4]
d = {"a": 1, "b": 2}
del d["a"]
print(d)  # expect: {'b': 2}
class O: pass
o = O()
o.v = 1
del o.v
print(hasattr(o, "v"))  # expect: False
del (y)
p, q, r = 1, 2, 3
del (p, q), r
print([name for name in "pqrxy" if name in globals()])  # expect: []

def f():
    z = 1
    del z
    z = 2
    return z

print(f())  # expect: 2
for action in [lambda: d.__delitem__("zz"), lambda: a.__delitem__(99), lambda: delattr(o, "nope")]:
    try:
        action()
    except (KeyError, IndexError, AttributeError) as error:
        print(type(error).__name__)
        # expect: KeyError
        # expect: IndexError
        # expect: AttributeError

def g():
    del undefined_local

try:
    g()
except UnboundLocalError as error:
    print("unbound")  # expect: unbound
del O
print("O" in globals(), type(o).__name__)  # expect: False O
