# Lists of many elements: growth, shrinking, insertion and deletion at both ends.
a = []
for i in range(50000): a.append(i)
print(len(a), a[-1], sum(a))  # expect: 50000 49999 1249975000
while len(a) > 10: a.pop()
print(a)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
for i in range(2000): a.insert(0, i)
print(len(a), a[:3], a[-2:])  # expect: 2010 [1999, 1998, 1997] [8, 9]
for i in range(2000): del a[0]
print(a)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
b = list(range(10000))
b[::2] = [0] * 5000
del b[1::2]
print(len(b), any(b), [None] * 3, len([0] * 100000))  # expect: 5000 False [None, None, None] 100000
c = [[i] * 3 for i in range(1000)]
print(sum(x for row in c for x in row), c[-1], sorted(c, reverse=True)[0])
# expect: 1498500 [999, 999, 999] [999, 999, 999]
c.extend(c)
print(len(c), c[1000] is c[0], c.index([999, 999, 999]))  # expect: 2000 True 999
d = [str(i) for i in range(2000)]
d.sort()
print(d[:4], d[-1], max(d, key=int), d.index("1999"))  # expect: ['0', '1', '10', '100'] 999 1999 1111
