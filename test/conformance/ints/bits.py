# Bitwise operators on positive, negative and large integers.
print(12 & 10, 12 | 10, 12 ^ 10)  # expect: 8 14 6
print(-12 & 10, -12 | 10, -12 ^ 10)  # expect: 0 -2 -2
print(1 << 10, 1 << 40, -1 << 33, 5 << 0)  # expect: 1024 1099511627776 -8589934592 5
print(1024 >> 3, -1024 >> 3, -1 >> 100, 1 >> 100)  # expect: 128 -128 -1 0
print((1 << 100) >> 98)  # expect: 4
print((2 ** 70 + 5) & 0xFF, (2 ** 70) | 1)  # expect: 5 1180591620717411303425
print(~(2 ** 40), -(2 ** 70) & (2 ** 71 - 1))  # expect: -1099511627777 1180591620717411303424
print((0).bit_length(), (255).bit_length(), (256).bit_length(), (-1).bit_length(), (2 ** 100).bit_length())
# expect: 0 8 9 1 101
x = 0b1011
x &= 0b0111
x |= 0b1000
x ^= 0b0001
x <<= 3
x >>= 1
print(x, bin(x))  # expect: 40 0b101000
try:
    1 << -1
except ValueError as error:
    print(error)  # expect: negative shift count
