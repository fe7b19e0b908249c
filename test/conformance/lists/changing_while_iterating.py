# A list's iterator looks at the live list.
a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
print(a)  # expect: [1, 3, 4]
b = [1]
for x in b:
    if len(b) < 5:
        b.append(x * 2)
print(b)  # expect: [1, 2, 4, 8, 16]
it = iter([10, 20, 30])
print(next(it), list(it), list(it), next(it, "none"))  # expect: 10 [20, 30] [] none
c = [1, 2, 3]
it = iter(c)
next(it)
c.insert(0, 0)
print(list(it))  # expect: [1, 2, 3]
r = reversed(c)
print(next(r), list(r))  # expect: 3 [2, 1, 0]
d = {"a": 1}
try:
    for k in d:
        d[k + "x"] = 2
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
s = {1}
try:
    for x in s:
        s.add(x + 1)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
for x in c[:]:
    c.remove(x)
print(c)  # expect: []
