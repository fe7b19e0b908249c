# The order of destruction: locals in order, lists and tuples from the end, owned objects after their owners.
# python: 3.11-3.13

class D:
    def __init__(self, name, child=None): self.name, self.child = name, child
    def __del__(self): print("del", self.name)

def f():
    a = D("a")
    b = D("b")
    c = D("c")

f()
# expect: del a
# expect: del b
# expect: del c
x = [D(i) for i in range(3)]
del x
# expect: del 2
# expect: del 1
# expect: del 0
chain = D("outer", D("middle", D("inner")))
del chain
# expect: del outer
# expect: del middle
# expect: del inner
pair = (D("left"), D("right"))
pair = None
# expect: del right
# expect: del left
d = {"p": D("p"), "q": D("q")}
d.clear()
# expect: del p
# expect: del q

def args(first, second):
    first = None
    print("first rebound")

args(D("arg 1"), D("arg 2"))
# expect: del arg 1
# expect: first rebound
# expect: del arg 2

def gen():
    try:
        g = D("generator local")
        yield 1
    finally:
        print("generator finally")

g = gen()
next(g)
del g
# expect: generator finally
# expect: del generator local
for item in [D("loop 1"), D("loop 2")]:
    print("visiting", item.name)
# expect: visiting loop 1
# expect: visiting loop 2
# expect: del loop 1
print("loop done")  # expect: loop done
del item  # expect: del loop 2
print("item deleted")  # expect: item deleted
