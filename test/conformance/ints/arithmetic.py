# The four operations, floor division, remainder and power on small integers.
print(1 + 1)  # expect: 2
print(7 - 10)  # expect: -3
print(6 * 7)  # expect: 42
print(7 / 2)  # expect: 3.5
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)  # expect: 3 -4 -4 3
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)  # expect: 1 2 -2 -1
print(2 ** 10, 2 ** 0, (-2) ** 3, -2 ** 2)  # expect: 1024 1 -8 -4
print(2 ** -1)  # expect: 0.5
print(+5, -5, --5, ~5, ~-1)  # expect: 5 -5 5 -6 0
print(0 * -1, 0 // 5, 0 % 5)  # expect: 0 0 0
print(10 - 2 * 3 + 4 // 2)  # expect: 6
print((10 - 2) * (3 + 4) // 2)  # expect: 28
