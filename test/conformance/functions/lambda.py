# Anonymous functions: expressions only, defaults, stars, nesting.
print((lambda: 42)(), (lambda x, y=2, *a, k=3, **kw: (x, y, a, k, kw))(1, 5, 6, k=7, z=8))
# expect: 42 (1, 5, (6,), 7, {'z': 8})
add = lambda a: lambda b: a + b
print(add(1)(2), [f(3) for f in [lambda x: x, lambda x: x * x]], sorted("bca", key=lambda c: -ord(c)))
# expect: 3 [3, 9] ['c', 'b', 'a']
print((lambda *a: sum(a))(1, 2, 3), (lambda **k: sorted(k))(b=1, a=2), (lambda x: "pos" if x > 0 else "neg")(-1))
# expect: 6 ['a', 'b'] neg
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), add.__name__, (lambda: (yield))().__class__.__name__)  # expect: 3628800 <lambda> generator
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print([ops[o](7, 3) for o in "+-"], list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])), (lambda a, /, b, *, c: a + b + c)(1, b=2, c=3))
# expect: [10, 4] [3, 7] 6
