# Factorials, Fibonacci numbers, powers and modular arithmetic with large integers.

def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
f = factorial(200)
print(len(str(f)), sum(int(c) for c in str(f)), str(f)[:20], f % 10 ** 49 == 0)
# expect: 375 1404 78865786736479050355 True
a, b = 0, 1
for _ in range(1000): a, b = b, a + b
print(str(a)[:20], len(str(a)))  # expect: 43466557686937456435 209

def gcd(a, b):
    while b: a, b = b, a % b
    return a

print(gcd(2 ** 200 - 1, 2 ** 150 - 1) == 2 ** 50 - 1, gcd(factorial(30), 10 ** 20))
# expect: True 81920000000

def is_prime(n, bases=(2, 3, 5, 7, 11, 13)):
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True

print([e for e in range(3, 130) if is_prime(2 ** e - 1)])
# expect: [5, 7, 13, 17, 19, 31, 61, 89, 107, 127]
p, q, e = 2 ** 89 - 1, 2 ** 107 - 1, 65537
d = pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"attack at dawn", "big")
cipher = pow(message, e, p * q)
plain = pow(cipher, d, p * q)
print(cipher != message, plain.to_bytes(14, "big"))  # expect: True b'attack at dawn'

def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y

print(isqrt(2 * 10 ** 80))  # expect: 14142135623730950488016887242096980785696

def to_base(n, base):
    out = ""
    while n: n, r = divmod(n, base); out = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + out
    return out

print(to_base(10 ** 30, 36), int(to_base(10 ** 30, 36), 36) == 10 ** 30)
# expect: 2oy99wnkl1c76diocq9s True
