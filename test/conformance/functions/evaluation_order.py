# Operands, arguments and targets are evaluated from left to right.

def v(x):
    print(x, end=" ")
    return x

def f(*args, **kwargs): return "f"
r = v(1) + v(2) * v(3) - v(4)
print("=", r)  # expect: 1 2 3 4 = 3
f(v("a"), v("b"), *[v("c")], k=v("d"), **{"m": v("e")})
print()  # expect: a b c d e
[v(1), v(2)][v(0)] = v("value first")
print()  # expect: value first 1 2 0
d = {v("k1"): v("v1"), v("k2"): v("v2")}
print()  # expect: k1 v1 k2 v2
x = v(1) if v(0) else v(2)
print()  # expect: 0 2
print(v(1) < v(2) < v(0) < v(9))  # expect: 1 2 0 False
print(v(0) or v(3) and v(5))  # expect: 0 3 5 5

def deco(name):
    print("make", name, end=" ")
    def apply(g):
        print("apply", name, end=" ")
        return g
    return apply

@deco("outer")
@deco("inner")
def g(a=v("default 1"), b=v("default 2")): pass
print()  # expect: make outer make inner default 1 default 2 apply inner apply outer
a, b = v("right 1"), v("right 2")
print()  # expect: right 1 right 2
i = 0
box = [0, 0, 0]
i, box[i] = 1, "set"
print(i, box)  # expect: 1 [0, 'set', 0]
box[v(0)], box[v(1)] = v("p"), v("q")
print(box)  # expect: p q 0 1 ['p', 'q', 0]
box[v(2)] += v("tail") if isinstance(box[2], str) else v(7)
print(box)  # expect: 2 7 ['p', 'q', 7]
print(v(1) == v(1) != v(2), not v(0), -v(3), v([1, 2])[v(0)], f"{v('x')}{v('y')}")
# expect: 1 1 2 0 3 [1, 2] 0 x y True True -3 1 xy
