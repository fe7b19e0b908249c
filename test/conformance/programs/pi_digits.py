# Digits of pi by the spigot of Gibbons: ever larger integers.

def digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2

gen = digits()
first = "".join(str(next(gen)) for _ in range(150))
for i in range(0, 150, 50):
    print(first[i:i + 50])
    # expect: 31415926535897932384626433832795028841971693993751
    # expect: 05820974944592307816406286208998628034825342117067
    # expect: 98214808651328230664709384460955058223172535940812

def machin(places):
    one = 10 ** (places + 10)
    def arctan(x):
        total = term = one // x
        n, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            n, sign = n + 2, -sign
        return total
    return (16 * arctan(5) - 4 * arctan(239)) // 10 ** 10

text = str(machin(1000))
print(len(text), text[:150] == first, text[-20:])  # expect: 1001 True 66111959092164201989
