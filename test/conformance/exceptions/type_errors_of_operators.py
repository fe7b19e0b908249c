# The words of TypeErrors from operators on the wrong kinds.
actions = [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: None + 1, lambda: 1 - "a", lambda: "a" * "b", lambda: {} * 2, lambda: "a" / 2,
           lambda: 2 ** "x", lambda: 5 % [], lambda: 1 // None, lambda: 1 & 2.0, lambda: 1 << "a", lambda: -"a", lambda: ~1.5, lambda: +[],
           lambda: 1 < "a", lambda: [] < {}, lambda: None > 1, lambda: (1,) <= [1], lambda: 1 in 5, lambda: "a" in 5, lambda: 5 in "abc",
           lambda: null[0], lambda: {}[[]], lambda: empty[None], lambda: one["a"], lambda: len(None), lambda: abs("x"), lambda: sum(["a"]), lambda: max(5),
           lambda: [x for x in 5], lambda: iter(None), lambda: next([]), lambda: "a" @ 1, lambda: divmod("a", 1), lambda: int.missing,
           lambda: None.x, lambda: (lambda: 0).x, lambda: object() + 1, lambda: [1, 2].x, lambda: "".nope, lambda: print.x, lambda: {}.x]
null, empty, one = None, [], 1
for action in actions:
    try:
        print(action())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__ + ":", e)
        # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError: can only concatenate str (not "int") to str
        # expect: TypeError: can only concatenate list (not "int") to list
        # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
        # expect: TypeError: unsupported operand type(s) for -: 'int' and 'str'
        # expect: TypeError: can't multiply sequence by non-int of type 'str'
        # expect: TypeError: unsupported operand type(s) for *: 'dict' and 'int'
        # expect: TypeError: unsupported operand type(s) for /: 'str' and 'int'
        # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
        # expect: TypeError: unsupported operand type(s) for %: 'int' and 'list'
        # expect: TypeError: unsupported operand type(s) for //: 'int' and 'NoneType'
        # expect: TypeError: unsupported operand type(s) for &: 'int' and 'float'
        # expect: TypeError: unsupported operand type(s) for <<: 'int' and 'str'
        # expect: TypeError: bad operand type for unary -: 'str'
        # expect: TypeError: bad operand type for unary ~: 'float'
        # expect: TypeError: bad operand type for unary +: 'list'
        # expect: TypeError: '<' not supported between instances of 'int' and 'str'
        # expect: TypeError: '<' not supported between instances of 'list' and 'dict'
        # expect: TypeError: '>' not supported between instances of 'NoneType' and 'int'
        # expect: TypeError: '<=' not supported between instances of 'tuple' and 'list'
        # expect: TypeError: argument of type 'int' is not iterable
        # expect: TypeError: argument of type 'int' is not iterable
        # expect: TypeError: 'in <string>' requires string as left operand, not int
        # expect: TypeError: 'NoneType' object is not subscriptable
        # expect: TypeError: unhashable type: 'list'
        # expect: TypeError: list indices must be integers or slices, not NoneType
        # expect: TypeError: 'int' object is not subscriptable
        # expect: TypeError: object of type 'NoneType' has no len()
        # expect: TypeError: bad operand type for abs(): 'str'
        # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
        # expect: TypeError: 'int' object is not iterable
        # expect: TypeError: 'int' object is not iterable
        # expect: TypeError: 'NoneType' object is not iterable
        # expect: TypeError: 'list' object is not an iterator
        # expect: TypeError: unsupported operand type(s) for @: 'str' and 'int'
        # expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
        # expect: AttributeError: type object 'int' has no attribute 'missing'
        # expect: AttributeError: 'NoneType' object has no attribute 'x'
        # expect: AttributeError: 'function' object has no attribute 'x'
        # expect: TypeError: unsupported operand type(s) for +: 'object' and 'int'
        # expect: AttributeError: 'list' object has no attribute 'x'
        # expect: AttributeError: 'str' object has no attribute 'nope'
        # expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x'
        # expect: AttributeError: 'dict' object has no attribute 'x'
