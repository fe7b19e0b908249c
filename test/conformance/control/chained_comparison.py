# Chained comparisons evaluate the middle once and stop early.

def n(x):
    print("n%d" % x, end=" ")
    return x

print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, 3 > 2 >= 2 != 1, 1 == 1.0 == True)
# expect: True False True True True
print(n(1) < n(5) < n(3) < n(9))  # expect: n1 n5 n3 False
print(n(5) < n(1) < n(3))  # expect: n5 n1 False
print(n(1) < n(2) < n(3))  # expect: n1 n2 n3 True
x = 5
print(0 <= x < 10, not 0 <= x < 5, 0 < x < 10 and x != 7, "a" <= "m" <= "z", [1] < [2] < [3])
# expect: True True True True True
print(1 in [1, 2] == True, (1 in [1, 2]) == True, 1 < 2 in [2], x is x is not None, "a" in "abc" in ["abc"])
# expect: False True True True True
if 0 < x <= 5: print("in range")  # expect: in range
while 3 <= x: x -= 1
print(x)  # expect: 2

class Odd:
    def __lt__(self, other): return []

print(Odd() < 1 < 2, (Odd() < 1) == [])  # expect: [] True
