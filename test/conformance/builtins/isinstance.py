# isinstance, issubclass, type and callable on built-in and own classes.
# python: 3.10-3.13

class A: pass

class B(A):
    def __call__(self): return 1

print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(True, int), isinstance(None, type(None)))
# expect: True False True True True
print(issubclass(B, A), issubclass(bool, int), issubclass(int, object), issubclass(A, (B, object)), isinstance(A, type), isinstance(type, object))
# expect: True True True True True True
print(isinstance([], (tuple, (dict, list))), isinstance(len, type(len)), type(1) is int, type(B()) is A, type(type(1)).__name__)
# expect: True True True False type
print([type(x).__name__ for x in [1, 1.0, "", b"", [], (), {}, set(), frozenset(), None, True, range(1), slice(1), len, print, A, A(), ..., NotImplemented, lambda: 0, (i for i in []), iter([]), iter({}), [].append, "".join]])
# expect: ['int', 'float', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'NoneType', 'bool', 'range', 'slice', 'builtin_function_or_method', 'builtin_function_or_method', 'type', 'A', 'ellipsis', 'NotImplementedType', 'function', 'generator', 'list_iterator', 'dict_keyiterator', 'builtin_function_or_method', 'builtin_function_or_method']
print(callable(len), callable(A), callable(A()), callable(B()), callable("x"), callable(lambda: 0), callable([].append))
# expect: True True False True False True True
for action in [lambda: isinstance(1, 5), lambda: issubclass(5, int), lambda: isinstance(1, [int]), lambda: issubclass(int, "int")]:
    try:
        print(action())
    except TypeError as error:
        print(error)
        # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
        # expect: issubclass() arg 1 must be a class
        # expect: isinstance() arg 2 must be a type, a tuple of types, or a union
        # expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
print(isinstance(3, int | str), issubclass(list, int | list))  # expect: True True
