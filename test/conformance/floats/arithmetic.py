# Floating-point arithmetic and mixed operands.
print(1.5 + 2, 3 - 0.5, 2 * 2.5, 7 / 2.0, 7.5 // 2, 7.5 % 2)  # expect: 3.5 2.5 5.0 3.5 3.0 1.5
print(-7.5 // 2, -7.5 % 2, 7.5 % -2, 5.0 % 3, -5.0 // 3)  # expect: -4.0 0.5 -0.5 2.0 -2.0
print(2.0 ** 3, 2 ** 0.5, 9 ** 0.5, 2.0 ** -1, (-8) ** 2.0)  # expect: 8.0 1.4142135623730951 3.0 0.5 64.0
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1.1 * 3, 1 / 3)
# expect: 0.30000000000000004 False 3.3000000000000003 0.3333333333333333
print(divmod(7.5, 2), divmod(-7.5, 2), abs(-2.5), -(-1.5), +1.5)
# expect: (3.0, 1.5) (-4.0, 0.5) 2.5 1.5 1.5
print(1e16 + 1, 1e16 + 2, 2.0 ** 53, 1e308 * 10, -1e308 * 10)
# expect: 1e+16 1.0000000000000002e+16 9007199254740992.0 inf -inf
print(10 / 5, 6 // 1.0, 5 % 2.5, 1e100 // 1)  # expect: 2.0 6.0 0.0 1e+100
print(3.0 == 3, 3.5 > 3, 2 < 2.5 < 3, 0.0 == -0.0)  # expect: True True True True
try:
    print(2.0 ** 10000)
except OverflowError as error:
    print(type(error).__name__)  # expect: OverflowError
try:
    print(1.5 << 1)
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for <<: 'float' and 'int'
