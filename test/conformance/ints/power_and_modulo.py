# pow() with two and three arguments, modular inverse, and large exponents.
print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 13), pow(-2, 3, 5))  # expect: 1024 24 9 2
print(pow(3, -1, 11), pow(7, -2, 13))  # expect: 4 4
print(pow(2, 521) - 1 > 10 ** 156, len(str(2 ** 521)))  # expect: True 157
print(pow(123456789, 987654321, 1000000007))  # expect: 652541198
print(0 ** 0, 5 ** 0, 0 ** 5, (-1) ** 1001)  # expect: 1 1 0 -1
print(2 ** 0.5 == pow(2, 0.5), 4 ** -2, pow(2.0, 3))  # expect: True 0.0625 8.0
for action in [lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5)]:
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(error)
        # expect: base is not invertible for the given modulus
        # expect: pow() 3rd argument cannot be 0
        # expect: pow() 3rd argument not allowed unless all arguments are integers
