# Comparison and equality of integers with each other, with floats and with booleans.
print(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, 1 == 1, 1 != 1)  # expect: True False True False True False
print(2 ** 40 < 2 ** 41, -2 ** 40 < 2 ** 3, 2 ** 40 == 2 ** 40)  # expect: True True True
print(1 == 1.0, 1 < 1.5, 2 > 1.5, 2 ** 53 + 1 == float(2 ** 53))  # expect: True True True False
print(10 ** 20 > 1e19, 10 ** 400 > 1e308, -10 ** 400 < 0.0)  # expect: True True True
print(True == 1, False == 0, True + True, True * 5, -True)  # expect: True True 2 5 -1
print(1 == "1", 1 != None)  # expect: False True
print(min(3, 1, 2), max(3, 1, 2), abs(-7), abs(7))  # expect: 1 3 7 7
try:
    print(1 < "a")
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'int' and 'str'
