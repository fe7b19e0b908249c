# Star parameters collect and star arguments spread.

def show(*args, **kwargs):
    print(args, kwargs)

show()  # expect: () {}
show(1, 2, 3)  # expect: (1, 2, 3) {}
show(a=1, b=2)  # expect: () {'a': 1, 'b': 2}
show(1, *[2, 3], x=4, **{"y": 5})  # expect: (1, 2, 3) {'x': 4, 'y': 5}
show(*(1, 2), *[3], **{"p": 1}, **{"q": 2})  # expect: (1, 2, 3) {'p': 1, 'q': 2}
show(*"abc", *range(2))  # expect: ('a', 'b', 'c', 0, 1) {}

def three(a, b, c=3):
    return (a, b, c)

print(three(*[1, 2]))  # expect: (1, 2, 3)
print(three(*[1], **{"b": 5}))  # expect: (1, 5, 3)
print(three(**{"a": 1, "b": 2, "c": 9}))  # expect: (1, 2, 9)

def mixed(first, *rest, flag=False, **options):
    return first, rest, flag, sorted(options.items())

print(mixed(1))  # expect: (1, (), False, [])
print(mixed(1, 2, 3, flag=True, z=1, y=2))  # expect: (1, (2, 3), True, [('y', 2), ('z', 1)])

def forward(*args, **kwargs):
    return mixed(*args, **kwargs)

print(forward("a", "b", flag=1, k=0))  # expect: ('a', ('b',), 1, [('k', 0)])
