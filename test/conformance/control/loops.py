# for, while, else, break, continue, nested loops and pass.
for i in range(5):
    if i == 1: continue
    if i == 4: break
    print(i, end=" ")
else:
    print("no break")
print("|", i)  # expect: 0 2 3 | 4
for i in []: pass
else: print("empty loop runs else")  # expect: empty loop runs else
n = 10
while n > 0:
    n -= 3
    if n == 4: continue
    if n < 0: break
    print(n, end=" ")
else:
    print("never")
print(n)  # expect: 7 1 -2
while n < 3:
    n += 1
else:
    print("while else", n)  # expect: while else 3

def find(grid, target):
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell == target: break
        else:
            continue
        break
    else:
        return None
    return r, c

print(find([[1, 2], [3, 4]], 3), find([[1]], 9))  # expect: (1, 0) None
out = []
for a in range(3):
    for b in range(3):
        if b == a: break
        out.append((a, b))
print(out)  # expect: [(1, 0), (2, 0), (2, 1)]
for x in (1, 2), "ab", [None]: print(x, end=" ")
print()  # expect: (1, 2) ab [None]
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
print(i, sum(k for k in range(10) if k % 3 == 0))  # expect: 8 18
d = {}
for d["key"] in range(3): pass
print(d)  # expect: {'key': 2}
for i in range(3): 
    for i in range(2): pass
    print(i, end=" ")
print()  # expect: 1 1 1
