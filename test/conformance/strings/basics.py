# Literals, escapes, concatenation, repetition, indexing and membership.
# python: 3.11-3.13
print("single", 'double', """triple
lines""")
# expect: single double triple
# expect: lines
print("tab\there", "quote\"s", 'it''s', "back\\slash", r"raw\n")
# expect: tab	here quote"s its back\slash raw\n
print("a" + "b" * 3, "ab" "cd", 2 * "xy", "z" * 0 == "", "z" * -1 == "")  # expect: abbb abcd xyxy True True
s = "hello"
print(s[0], s[-1], s[1:3], s[::-1], s[:-1], s[10:], len(s))  # expect: h o el olleh hell  5
print("ell" in s, "x" in s, "" in s, "x" not in s)  # expect: True False True True
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a")  # expect: True False True True True
print("\x41\u0042\103", len("\n"), "\N{BULLET}" == "\u2022")  # expect: ABC 1 True
print(repr("a'b"), repr('a"b'), repr("a'\"b"), repr("\n\t\\\x00\x7f"), repr("é"))
# expect: "a'b" 'a"b' 'a\'"b' '\n\t\\\x00\x7f' 'é'
print("é", "日本", len("日本"), "\U0001F600", len("\U0001F600"))  # expect: é 日本 2 😀 1
print("line \
joined")  # expect: line joined
try:
    s[10]
except IndexError as error:
    print(error)  # expect: string index out of range
try:
    s[0] = "j"
except TypeError as error:
    print(error)  # expect: 'str' object does not support item assignment
try:
    s + 1
except TypeError as error:
    print(error)  # expect: can only concatenate str (not "int") to str
try:
    s["a"]
except TypeError as error:
    print(error)  # expect: string indices must be integers, not 'str'
for c in "abc":
    print(c)
    # expect: a
    # expect: b
    # expect: c
