# Searching, counting and replacing.
# python: 3.8-3.12
s = "the cat and the hat"
print(s.find("the"), s.find("the", 1), s.find("dog"), s.rfind("the"), s.index("cat"), s.rindex("a"))
# expect: 0 12 -1 12 4 17
print(s.count("the"), s.count("a"), s.count("at", 6), "aaaa".count("aa"), "abc".count(""))
# expect: 2 3 1 2 4
print(s.replace("the", "a"), s.replace("the", "a", 1), "aaa".replace("a", "bb"), "abc".replace("", "-"))
# expect: a cat and a hat a cat and the hat bbbbbb -a-b-c-
print(s.startswith("the"), s.startswith("cat", 4), s.endswith("hat"), s.endswith(("x", "t")), s.startswith(()))
# expect: True True True True False
print(s.find("t", 5, 8), s.find(""), s.find("", 100), "abc".find("c", -1), "abc".rfind("a", -2))
# expect: 6 0 -1 2 -1
print("abcabc".partition("b"), "abcabc".rpartition("b"), "abc".partition("x"), "abc".rpartition("x"))
# expect: ('a', 'b', 'cabc') ('abca', 'b', 'c') ('abc', '', '') ('', '', 'abc')
print("hello".translate({ord("l"): "L", ord("h"): None, ord("o"): 48}), "abc".translate(str.maketrans("ab", "xy", "c")))
# expect: eLL0 xy
for action in [lambda: "abc".index("z"), lambda: "abc".partition(""), lambda: "abc".find(1), lambda: "a".replace("b")]:
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError substring not found
        # expect: ValueError empty separator
        # expect: TypeError must be str, not int
        # expect: TypeError replace expected at least 2 arguments, got 1
