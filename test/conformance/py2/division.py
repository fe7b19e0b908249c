# Division from the future, and floor division, alike in Python 2 and 3.
from __future__ import division, print_function
print(1 / 2, 7 // 2, -7 // 2, 7.5 // 2, 7 % -3)  # expect: 0.5 3 -4 3.0 -2
print(divmod(-7, 2), 10 / 5, 2 ** -1)  # expect: (-4, 1) 2.0 0.5
print(1 / 3 == 2 / 6, int(round(2.4)), abs(-3))  # expect: True 2 3
