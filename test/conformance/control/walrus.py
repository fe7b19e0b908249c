# Assignment expressions in conditions, comprehensions, calls and f-strings.
if (n := 10) > 5: print(n)  # expect: 10
data = [1, 2, 3, 4]
while (x := data.pop()) > 2: print(x, end=" ")
print(x, data)  # expect: 4 3 2 [1]
print([y for v in range(5) if (y := v * v) > 3], y)  # expect: [4, 9, 16] 16
print((a := 1) + (b := a + 1), a, b, (lambda: (z := 5) + 1)())  # expect: 3 1 2 6

def f(v):
    if (half := v // 2) and (rest := v % 2): return half, rest
    return half

print(f(5), f(4), f(1), f"{(w := 3)} {w}")  # expect: (2, 1) 2 0 3 3
print(any((found := c).isdigit() for c in "ab3d"), found)  # expect: True 3
d = {"k": (v := "value")}
print(d, v, [last := 0, *[last := last + i for i in range(4)]], last)
# expect: {'k': 'value'} value [0, 0, 1, 3, 6] 6
chunks = iter([b"one", b"two", b""])
while chunk := next(chunks): print(chunk)
# expect: b'one'
# expect: b'two'
