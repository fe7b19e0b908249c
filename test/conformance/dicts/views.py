# keys, values and items are live views; keys and items behave as sets.
d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(keys, values, items)
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)])
print(len(keys), "c" in keys, 3 in values, ("a", 1) in items, ("a", 2) in items)
# expect: 3 True True True False
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}))
# expect: ['a'] ['a', 'b', 'c', 'z'] ['b', 'c'] ['b', 'c', 'z']
print(keys == {"a", "b", "c"}, list(reversed(d.items())), sorted(values, reverse=True), {"a"} <= keys)
# expect: True [('c', 3), ('b', 2), ('a', 1)] [3, 2, 1] True
print([k for k in d], max(d, key=d.get), {v: k for k, v in items}, sum(d.values()))
# expect: ['a', 'b', 'c'] c {1: 'a', 2: 'b', 3: 'c'} 6
print(isinstance(keys, list), list(zip(d.values(), d)), dict(zip(keys, [7, 8, 9])))
# expect: False [(1, 'a'), (2, 'b'), (3, 'c')] {'a': 7, 'b': 8, 'c': 9}
