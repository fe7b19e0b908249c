# Products and quotients of numbers with thousands of digits.

def digits(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        out.append(str(seed % 10))
    return int("1" + "".join(out))

a, b = digits(1500, 1), digits(1200, 2)
p = a * b
print(len(str(p)), p // a == b, p % b, (p + 7) % a, p % 1000000007)  # expect: 2701 True 0 7 488229657
q, r = divmod(p + 12345, b)
print(q == a, r, (a + b) * (a - b) == a * a - b * b, (a * a) ** 1 == a ** 2)  # expect: True 12345 True True
print(int(str(p)) == p, p >> 2000 == p // 2 ** 2000, (p << 77) >> 77 == p, (p & (2 ** 100 - 1)) == p % 2 ** 100, p.bit_length())
# expect: True True True True 8971
print(-p // a == -b, abs(-p) == p, hash(p) == hash(int(str(p))), p ^ p, p | 0 == p, float(digits(20, 3)))
# expect: True True True 0 True 1.2125090929834947e+20
x = 1
for i in range(1, 400): x *= i
for i in range(1, 400): x //= i
print(x)  # expect: 1
