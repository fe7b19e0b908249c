# What kind of characters a string holds.
for s in ["abc", "ABC", "Abc Def", "123", "a1", "", " ", "\t\n", "a b", "_x", "1x", "½", "é"]:
    print(repr(s), [int(f(s)) for f in [str.isalpha, str.isdigit, str.isalnum, str.isspace, str.isupper, str.islower,
                                        str.istitle, str.isidentifier, str.isdecimal, str.isnumeric]])
    # expect: 'abc' [1, 0, 1, 0, 0, 1, 0, 1, 0, 0]
    # expect: 'ABC' [1, 0, 1, 0, 1, 0, 0, 1, 0, 0]
    # expect: 'Abc Def' [0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    # expect: '123' [0, 1, 1, 0, 0, 0, 0, 0, 1, 1]
    # expect: 'a1' [0, 0, 1, 0, 0, 1, 0, 1, 0, 0]
    # expect: '' [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    # expect: ' ' [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    # expect: '\t\n' [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    # expect: 'a b' [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    # expect: '_x' [0, 0, 0, 0, 0, 1, 0, 1, 0, 0]
    # expect: '1x' [0, 0, 1, 0, 0, 1, 0, 0, 0, 0]
    # expect: '½' [0, 0, 1, 0, 0, 0, 0, 0, 0, 1]
    # expect: 'é' [1, 0, 1, 0, 0, 1, 0, 1, 0, 0]
print("abc".isascii(), "é".isascii(), "a\n".isprintable(), "ab".isprintable())
# expect: True False False True
