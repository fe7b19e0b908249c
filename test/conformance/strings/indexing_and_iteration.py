# Slices with every sign of step, iteration, comparison and conversion of characters.
s = "abcdefgh"
print(s[2:5], s[:3], s[5:], s[-3:], s[:-3], s[::2], s[1::3], s[::-1], s[6:2:-2], s[-1:-4:-1], s[4:2], s[100:], s[-100:2])
# expect: cde abc fgh fgh abcde aceg beh hgfedcba ge hgf   ab
print([c for c in "héllo"], list(enumerate("ab")), list(zip("abc", "xy")), "".join(sorted("hello")))
# expect: ['h', 'é', 'l', 'l', 'o'] [(0, 'a'), (1, 'b')] [('a', 'x'), ('b', 'y')] ehllo
print(ord("a"), chr(98), ord("é"), chr(8364), [ord(c) for c in "Az0"], chr(0x1F600) == "\U0001F600")
# expect: 97 b 233 € [65, 122, 48] True
print("abc" < "abd", "a" < "aa", "Z" < "a", "é" > "z", max("hello"), min("hello"), "10" < "9")
# expect: True True True True o e True
print("a" in "abc", "bc" in "abc", "ac" in "abc", len("a\tb\n"), "x" * 3 + "y")
# expect: True True False 4 xxxy
print(hash("abc") == hash("ab" + "c"), "abc" == "ab" + "c")  # expect: True True
total = 0
for c in "12345":
    total += int(c)
print(total)  # expect: 15
for action in [lambda: ord("ab"), lambda: chr(-1), lambda: chr(0x110000), lambda: ord(5), lambda: s[::0]]:
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: TypeError ord() expected a character, but string of length 2 found
        # expect: ValueError chr() arg not in range(0x110000)
        # expect: ValueError chr() arg not in range(0x110000)
        # expect: TypeError ord() expected string of length 1, but int found
        # expect: ValueError slice step cannot be zero
