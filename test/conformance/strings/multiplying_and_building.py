# Building text piece by piece: +=, join, repeated concatenation.
s = ""
for i in range(10):
    s += str(i) + ","
print(s, len(s))  # expect: 0,1,2,3,4,5,6,7,8,9, 20
parts = []
for i in range(1000):
    parts.append("%03d" % i)
big = "".join(parts)
print(len(big), big[:9], big[-6:], big.count("99"), big.find("500501"))
# expect: 3000 000001002 998999 27 1500
line = "=" * 20
print(line)  # expect: ====================
print("+" + "-" * 5 + "+")  # expect: +-----+
text = "x"
for _ in range(15):
    text += text
print(len(text), text == "x" * 2 ** 15)  # expect: 32768 True
rows = [("apple", 3, 0.5), ("fig", 12, 1.25)]
for name, count, price in rows:
    print("%-8s|%4d|%7.2f|" % (name, count, price))
    # expect: apple   |   3|   0.50|
    # expect: fig     |  12|   1.25|
