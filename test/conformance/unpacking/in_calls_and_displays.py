# Stars in calls, lists, tuples, sets, dicts, returns, subscripts and for.
# python: 3.9-3.13
a, d = [1, 2], {"x": 1}
print([*a, 3, *a], (*a,), {*a, *a} == {1, 2}, {**d, "y": 2, **{"x": 9}}, [*"ab", *range(2), *{}])
# expect: [1, 2, 3, 1, 2] (1, 2) True {'x': 9, 'y': 2} ['a', 'b', 0, 1]
def f(): return *a, 3
print(f())  # expect: (1, 2, 3)
print(*a, *"xy", sep="-")  # expect: 1-2-x-y
for x in *a, "end": print(x, end=" ")
print()  # expect: 1 2 end
print({**{}, **{}}, [*[]], max(*a, 7), dict(**d, z=3), "%s %s" % (*a,))
# expect: {} [] 7 {'x': 1, 'z': 3} 1 2

def g():
    yield *a, 9

print(list(g()))  # expect: [(1, 2, 9)]
keys, values = zip(*{"p": 1, "q": 2}.items())
print(keys, values, list(zip(*[(1, 2), (3, 4)])))  # expect: ('p', 'q') (1, 2) [(1, 3), (2, 4)]
try:
    {**5}
except TypeError as error:
    print(error)  # expect: 'int' object is not a mapping
try:
    [*5]
except TypeError as error:
    print(error)  # expect: Value after * must be an iterable, not int
