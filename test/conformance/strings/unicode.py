# Text beyond ASCII: length in code points, encoding and decoding.
s = "naïve café Ω 日本 😀"
print(len(s), s.upper(), s[-1], s[2], s[::-1][:3])  # expect: 17 NAÏVE CAFÉ Ω 日本 😀 😀 ï 😀 本
print(s.encode(), len(s.encode("utf-8")), s.encode("utf-8").decode("utf-8") == s)
# expect: b'na\xc3\xafve caf\xc3\xa9 \xce\xa9 \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x98\x80' 27 True
print("é".encode("latin-1"), b"\xe9".decode("latin-1"), "abc".encode("ascii"))  # expect: b'\xe9' é b'abc'
print("é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), b"\xff!".decode("utf-8", "replace"), b"a\xff".decode("utf-8", "ignore"))
# expect: b'?' b'' �! a
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
    # expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
try:
    b"a\xff".decode()
except UnicodeDecodeError as error:
    print(error)  # expect: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
try:
    "x".encode("no-such-codec")
except LookupError as error:
    print(error)  # expect: unknown encoding: no-such-codec
print("\u00e9" == "é", "e\u0301" == "é", len("e\u0301"), sorted(["é", "e", "z", "a"]))
# expect: True False 2 ['a', 'e', 'z', 'é']
变量 = 5
naïve = 变量 + 1
print(naïve)  # expect: 6
