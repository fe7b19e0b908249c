# Run-length coding, Caesar and Vigenere ciphers, palindromes, anagrams and Roman numerals.

def encode(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append("%d%s" % (j - i, s[i]))
        i = j
    return "".join(out)

def decode(s):
    out, n = "", ""
    for c in s:
        if c.isdigit(): n += c
        else: out, n = out + c * int(n), ""
    return out

print(encode("aaabccdddd"), decode(encode("aaabccdddd")), encode(""))  # expect: 3a1b2c4d aaabccdddd
def caesar(s, k): return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
# expect: Khoor, Zruog! Hello, World!
def vigenere(s, key, sign=1): return "".join(caesar(c, sign * (ord(key[i % len(key)]) - 97)) for i, c in enumerate(s))
print(vigenere("attackatdawn", "lemon"), vigenere("lxfopvefrnhr", "lemon", -1))
# expect: lxfopvefrnhr attackatdawn
clean = lambda s: "".join(c for c in s.lower() if c.isalnum())
print([s for s in ["A man, a plan, a canal: Panama", "Not one", "Was it a car?"] if clean(s) == clean(s)[::-1]])
# expect: ['A man, a plan, a canal: Panama']
groups = {}
for w in "listen silent enlist google elgoog abc cab".split(): groups.setdefault("".join(sorted(w)), []).append(w)
print(list(groups.values()))
# expect: [['listen', 'silent', 'enlist'], ['google', 'elgoog'], ['abc', 'cab']]

def roman(n):
    out = ""
    for value, text in zip([1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1], "M CM D CD C XC L XL X IX V IV I".split()):
        out += text * (n // value)
        n %= value
    return out

print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026)])
# expect: ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMXXVI']

def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]

print(distance("kitten", "sitting"), distance("", "abc"), distance("flaw", "lawn"))  # expect: 3 3 2
for i in range(1, 16): print("FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i, end=" ")
print()  # expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
