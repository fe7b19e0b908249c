# Quotient and remainder keep a == q * b + r with r of the divisor's sign, for small and large numbers.
values = [7, -7, 10 ** 12 + 7, -10 ** 12 - 7, 3 ** 60, -3 ** 60]
divisors = [3, -3, 10 ** 10, -10 ** 10, 7 ** 25, -7 ** 25]
wrong = 0
for a in values:
    for b in divisors:
        q, r = divmod(a, b)
        if a != q * b + r or (q, r) != (a // b, a % b) or not (0 <= r < b or b < r <= 0):
            wrong += 1
print(wrong)  # expect: 0
print(divmod(-7, 2), divmod(7, -2), divmod(-7, -2), divmod(0, 5))  # expect: (-4, 1) (-4, -1) (3, -1) (0, 0)
print(divmod(10 ** 25, 10 ** 12 + 1), divmod(-10 ** 25, 10 ** 12 + 1))
# expect: (9999999999990, 10) (-9999999999991, 999999999991)
