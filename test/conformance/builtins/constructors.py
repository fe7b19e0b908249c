# Constructors of built-in types from other things, and their empty values.
# python: 3.10-3.13
print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), bytes(), frozenset(), range(0), object is object)
# expect: 0 0.0  False [] () {} set() b'' frozenset() range(0, 0) True
print(list("ab"), list({"k": 1}), tuple([1]), set("aab") == {"a", "b"}, dict([(1, 2)]), dict(a=1), list(range(2)), str([1]), str(b"x", "ascii"))
# expect: ['a', 'b'] ['k'] (1,) True {1: 2} {'a': 1} [0, 1] [1] x
print(list(map(int, "123")), dict(zip("ab", "cd")), tuple(x for x in "xy"), bytes([1, 2]), bytes(2), list(b"ab"), "".join(map(chr, [72, 105])))
# expect: [1, 2, 3] {'a': 'c', 'b': 'd'} ('x', 'y') b'\x01\x02' b'\x00\x00' [97, 98] Hi
print(bool([0]), bool("0"), bool(0.0), int("7" * 3), float("1" + ".5"), str(None) + str(True), repr("a") + str("a"), tuple({}.items()))
# expect: True True False 777 1.5 NoneTrue 'a'a ()
a = [1, [2]]
b = list(a)
b[1].append(3)
print(a, a == b, a is b, dict({"x": a})["x"] is a)  # expect: [1, [2, 3]] True False True
for action in [lambda: list(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set(5), lambda: tuple(None), lambda: dict(5), lambda: int([]),
               lambda: str(1, 2), lambda: bytes("a"), lambda: list(1, 2), lambda: dict(["ab", "c"]), lambda: bool(1, 2), lambda: set([[]])]:
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
        # expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'NoneType' object is not iterable
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
        # expect: TypeError str() argument 'encoding' must be str, not int
        # expect: TypeError string argument without an encoding
        # expect: TypeError list expected at most 1 argument, got 2
        # expect: ValueError dictionary update sequence element #1 has length 1; 2 is required
        # expect: TypeError bool expected at most 1 argument, got 2
        # expect: TypeError unhashable type: 'list'
print(dict(["ab", "cd"]), list.__name__, int is int, type(None)() is None, type("Name", (), {})().__class__.__name__)
# expect: {'a': 'b', 'c': 'd'} list True True Name
