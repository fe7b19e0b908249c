# Building, reading, changing and walking dictionaries, in insertion order.
# python: 3.9-3.13
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), d["a"], "a" in d, "z" in d)  # expect: {'b': 10, 'a': 2, 'c': 3} 3 2 True False
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
# expect: ['b', 'a', 'c'] ['b', 'a', 'c'] [10, 2, 3] [('b', 10), ('a', 2), ('c', 3)]
print(d.get("z"), d.get("z", 0), d.get("a"), d.setdefault("e", []), d.setdefault("a", 9))
# expect: None 0 2 [] 2
print(d.pop("e"), d.pop("zz", "default"), d.popitem(), d)  # expect: [] default ('c', 3) {'b': 10, 'a': 2}
del d["b"]
d["b"] = "moved to the end"
print(d)  # expect: {'a': 2, 'b': 'moved to the end'}
d.update({"x": 1}, y=2)
d.update([("p", 1), ("q", 2)])
print(d)  # expect: {'a': 2, 'b': 'moved to the end', 'x': 1, 'y': 2, 'p': 1, 'q': 2}
print(dict(a=1, b=2), dict([("k", "v")]), dict({"m": 1}, n=2), {}, dict())
# expect: {'a': 1, 'b': 2} {'k': 'v'} {'m': 1, 'n': 2} {} {}
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", None: 0})
# expect: {1: 'bool'} {(1, 2): 'tuple', None: 0}
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})  # expect: True True
e = d.copy()
e.clear()
print(e, bool(e), bool(d))  # expect: {} False True
for k, v in {"i": 1, "j": 2}.items():
    print(k, v)
    # expect: i 1
    # expect: j 2
for action in [lambda: d["none"], lambda: {[1]: 2}, lambda: d.pop("none"), lambda: {}.popitem(), lambda: {} < {}]:
    try:
        action()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: KeyError 'none'
        # expect: TypeError unhashable type: 'list'
        # expect: KeyError 'none'
        # expect: KeyError 'popitem(): dictionary is empty'
        # expect: TypeError '<' not supported between instances of 'dict' and 'dict'
print(d | {"z": 0} == {**d, "z": 0}, list(reversed({"a": 1, "b": 2})))  # expect: True ['b', 'a']
