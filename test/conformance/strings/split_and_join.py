# Splitting by white space, by a separator and by lines; joining.
print("a b  c ".split(), "a,b,,c".split(","), "a b c d".split(None, 2), "a,b,c".split(",", 1), "".split(), "".split(","))
# expect: ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a', 'b', 'c d'] ['a', 'b,c'] [] ['']
print("a b c d".rsplit(None, 1), "a,b,c".rsplit(",", 1), "  lead".split(" "), "a--b--c".split("--"), " \t\n".split())
# expect: ['a b c', 'd'] ['a,b', 'c'] ['', '', 'lead'] ['a', 'b', 'c'] []
print("one\ntwo\r\nthree\n".splitlines(), "a\n\nb".splitlines(True), "".splitlines())
# expect: ['one', 'two', 'three'] ['a\n', '\n', 'b'] []
print(",".join(["a", "b"]), "".join("xyz"), "-".join([]), ", ".join(str(i) for i in range(4)), "ab".join("12"))
# expect: a,b xyz  0, 1, 2, 3 1ab2
words = "the quick brown fox".split()
print(" ".join(reversed(words)), " ".join(w[::-1] for w in words), max(words, key=len))
# expect: fox brown quick the eht kciuq nworb xof quick
for action in [lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: "a".split(""), lambda: ",".join(5), lambda: "a".split(1)]:
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: TypeError sequence item 0: expected str instance, int found
        # expect: TypeError sequence item 1: expected str instance, NoneType found
        # expect: ValueError empty separator
        # expect: TypeError can only join an iterable
        # expect: TypeError must be str or None, not int
