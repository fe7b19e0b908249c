# sys.getrefcount counts references, itself included.
import sys
a = object()
base = sys.getrefcount(a)
b = a
print(sys.getrefcount(a) - base)  # expect: 1
c = [a, a]
print(sys.getrefcount(a) - base)  # expect: 3
d = {"k": a}
def f(x): return sys.getrefcount(x) - base
print(sys.getrefcount(a) - base, f(a) > 4)  # expect: 4 True
del b, c
d.clear()
print(sys.getrefcount(a) - base)  # expect: 0
class K: pass
k = K()
n = sys.getrefcount(k)
k.self_tuple = (k,)
print(sys.getrefcount(k) - n)  # expect: 1
del k.self_tuple
print(sys.getrefcount(k) - n)  # expect: 0
