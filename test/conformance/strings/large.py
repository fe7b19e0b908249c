# Strings of many characters: search, slices, splitting and equality.
s = "abcdefghij" * 10000
print(len(s), s[99999], s.find("jab", 50000), s.count("ab"), s[12345:12350], s[::-10000], s.rfind("a"))
# expect: 100000 j 50009 10000 fghij jjjjjjjjjj 99990
parts = s.split("j")
print(len(parts), set(parts) == {"abcdefghi", ""}, "j".join(parts) == s, len(s.replace("abc", "x")), s.upper()[:5])
# expect: 10001 True True 80000 ABCDE
t = "".join(chr(97 + i % 26) for i in range(10000))
print(t[:30], t == t[:5000] + t[5000:], t < s, hash(t) == hash(t[:] + ""), "é" * 3 + t[-2:], len(("é" + t).encode()))
# expect: abcdefghijklmnopqrstuvwxyzabcd True False True éééop 10002
u = ""
for i in range(5000): u += "x"
print(len(u), u.strip("x") == "", len(u.center(6000)), len(repr("\n" * 1000)))
# expect: 5000 True 6000 2002
