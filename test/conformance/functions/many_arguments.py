# Calls with many arguments, deep nesting and long argument lists.
# python: 3.9-3.13

def total(*args): return sum(args)
print(total(*range(1000)), total(*[1] * 300), len((lambda **k: k)(**{"k%d" % i: i for i in range(300)})))
# expect: 499500 300 300
def twenty(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t): return (a, j, t)
print(twenty(*range(20)), twenty(*range(10), **dict(zip("klmnopqrst", range(10)))))
# expect: (0, 9, 19) (0, 9, 9)
print(total(1, *[2, 3], 4, *(5,), *[]), total(*[], *[]), max(*[3, 1], *[2]), [*range(2), *"ab", *{}])
# expect: 15 0 3 [0, 1, 'a', 'b']
def order(*args, **kw): return args, list(kw)
print(order(3, *[1], z=1, *[2], a=2, **{"m": 3}, b=4))  # expect: ((3, 1, 2), ['z', 'a', 'm', 'b'])
try:
    order(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)  # expect: __main__.order() got multiple values for keyword argument 'a'
try:
    order(a=1, **{"a": 2})
except TypeError as error:
    print(error)  # expect: __main__.order() got multiple values for keyword argument 'a'
for bad in [lambda: total(*5), lambda: order(**5), lambda: order(**{1: 2})]:
    try:
        bad()
    except TypeError as error:
        print(error)
        # expect: __main__.total() argument after * must be an iterable, not int
        # expect: __main__.order() argument after ** must be a mapping, not int
        # expect: keywords must be strings
nested = 0
print(total(total(total(1, 2), total(3)), total(*[total(i) for i in range(4)])))  # expect: 12
