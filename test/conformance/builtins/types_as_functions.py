# Unbound methods of built-in types, called through the type and passed as functions.
# python: 3.9-3.13
print(str.upper("a"), list(map(str.strip, [" a ", "b "])), list.append.__name__, sorted(["b", "A"], key=str.lower), int.__add__(1, 2))
# expect: A ['a', 'b'] append ['A', 'b'] 3
items = []
list.append(items, 1)
add = items.append
add(2)
print(items, dict.get({"a": 1}, "a"), str.join("-", "abc"), list.__len__(items), "abc".__len__(), (5).__add__(6), [1, 2].__contains__(2))
# expect: [1, 2] 1 a-b-c 2 3 11 True
print("a".__eq__("a"), (1).__lt__(2), "x".__add__("y"), [1].__add__([2]), (3).__radd__(4), (1).__eq__("a"), {}.__contains__(1), "abc".__getitem__(1), [1].__iter__().__next__())
# expect: True True xy [1, 2] 7 NotImplemented False b 1
print(max(["a", "bb"], key=len), list(map(dict, [[(1, 2)]])), [t() for t in (int, str, list)], list(map(int.bit_length, [1, 255])))
# expect: bb [{1: 2}] [0, '', []] [1, 8]
for action in [lambda: str.upper(5), lambda: list.append(5, 1), lambda: str.upper(), lambda: list.append([]), lambda: "a".upper(1), lambda: [].append(1, 2), lambda: {}.get(), lambda: len()]:
    try:
        print(action())
    except TypeError as error:
        print(error)
        # expect: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
        # expect: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
        # expect: unbound method str.upper() needs an argument
        # expect: list.append() takes exactly one argument (0 given)
        # expect: str.upper() takes no arguments (1 given)
        # expect: list.append() takes exactly one argument (2 given)
        # expect: get expected at least 1 argument, got 0
        # expect: len() takes exactly one argument (0 given)
