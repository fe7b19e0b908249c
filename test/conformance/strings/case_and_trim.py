# Methods on case and white space.
# python: 3.9-3.13
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), "hello world".title(), "hELLO".capitalize(), "ß".casefold(), "É".lower())
# expect: HELLO, WORLD hello, world hELLO, wORLD Hello World Hello ss é
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxhixx".strip("x"), "abcba".strip("ab"))
# expect: x| x |   x| hi c
print("\t\n x \r\n".strip() + "|", "www.site.org".lstrip("w."), "site.org".rstrip("gro."))
# expect: x| site.org site
print("ab".center(6) + "|", "ab".ljust(5) + "|", "ab".rjust(5), "ab".center(7, "*"), "ab".ljust(5, "."), "42".zfill(5), "-42".zfill(5))
# expect:   ab  | ab   |    ab ***ab** ab... 00042 -0042
print("a\tb".expandtabs(4), "tests".removeprefix("te"), "tests".removesuffix("s"), "tests".removeprefix("x"))
# expect: a   b sts test tests
print("ab".center(1), "abc".rjust(2), "".zfill(2))  # expect: ab abc 00
