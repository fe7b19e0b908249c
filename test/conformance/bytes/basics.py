# bytes literals, indexing to integers, slicing, methods and comparison.
b = b"hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]))
# expect: b'hello\x00\xff' 7 104 255 b'el' b'\xff\x00olleh' [104, 101, 108]
print(b"a" + b"b", b"ab" * 2, b"el" in b, 104 in b, b"z" in b, b"abc" < b"abd", b"" == bytes())
# expect: b'ab' b'abab' True True False True True
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"copy"), bytes(range(3)))
# expect: b'\x00\x00\x00' b'AB' b'\xc3\xa9' b'copy' b'\x00\x01\x02'
print(b"a,b".split(b","), b" x ".strip(), b"abc".upper(), b"abc".replace(b"b", b"--"), b",".join([b"1", b"2"]))
# expect: [b'a', b'b'] b'x' b'ABC' b'a--c' b'1,2'
print(b"abc".find(b"c"), b"abc".startswith(b"ab"), b"abc".index(b"b"), b"aXbX".count(b"X"), b"a b\nc".split())
# expect: 2 True 1 2 [b'a', b'b', b'c']
print(b"\x01\xab".hex(), bytes.fromhex("01 ab"), b"abc".decode(), str(b"abc"), repr(b"'"), b"quote\"'")
# expect: 01ab b'\x01\xab' abc b'abc' b"'" b'quote"\''
print(b"%d %s" % (5, b"x"), hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"abc".isalpha(), b"12".isdigit())
# expect: b'5 x' True 1 True True
for i in b"AB":
    print(i)
    # expect: 65
    # expect: 66
for action in [lambda: b"a" + "b", lambda: "a" + b"b", lambda: bytes([256]), lambda: bytes("x"), lambda: b"abc"[5], lambda: b"a".join(["x"])]:
    try:
        print(action())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
        # expect: TypeError can't concat str to bytes
        # expect: TypeError can only concatenate str (not "bytes") to str
        # expect: ValueError bytes must be in range(0, 256)
        # expect: TypeError string argument without an encoding
        # expect: IndexError index out of range
        # expect: TypeError sequence item 0: expected a bytes-like object, str found
print(b"a" == "a", b"a" != "a")  # expect: False True
