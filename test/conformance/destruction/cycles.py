# A program that drops reference cycles ends well; objects outside a cycle still go at once.

class Node:
    def __init__(self, name): self.name, self.other = name, None

class Leaf:
    def __del__(self): print("leaf released")

a, b = Node("a"), Node("b")
a.other, b.other = b, a
b.leaf = Leaf()
print(a.other.other is a)  # expect: True
b.leaf = None  # expect: leaf released
del a, b
loop = []
loop.append(loop)
del loop
d = {}
d["self"] = d
d = None

def f():
    def g(): return g
    return g

for _ in range(1000): f()
print("done")  # expect: done
