# Life on an endless board of a set of cells.

def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    p = (x + dx, y + dy)
                    counts[p] = counts.get(p, 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}

def show(cells):
    for y in range(5): print("".join("#" if (x, y) in cells else "." for x in range(6)))

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
show(glider)
# expect: .#....
# expect: ..#...
# expect: ###...
# expect: ......
# expect: ......
for _ in range(4): glider = step(glider)
print()  # expect:
show(glider)
# expect: ......
# expect: ..#...
# expect: ...#..
# expect: .###..
# expect: ......
r = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
for _ in range(40): r = step(r)
print(len(r))  # expect: 33
