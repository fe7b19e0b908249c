# Zero is false, whatever made it.


class MyInt(int):
    pass


def truths(value):
    return [bool(value), not value, True if value else False, any([value]), all([value]), bool(value and 1)]


print(truths(MyInt(0)))  # expect: [False, True, False, False, False, False]
print(truths(MyInt()))  # expect: [False, True, False, False, False, False]
print(truths(MyInt("0")))  # expect: [False, True, False, False, False, False]
print(truths(MyInt(-1)))  # expect: [True, False, True, True, True, True]
print(truths(MyInt(10 ** 30)))  # expect: [True, False, True, True, True, True]
print(truths(MyInt(10 ** 30) - 10 ** 30))  # expect: [False, True, False, False, False, False]
while MyInt(0):
    print("never")
print(sorted([3, 1, 2], reverse=MyInt(0)), list(filter(None, [MyInt(0), MyInt(7)])))  # expect: [1, 2, 3] [7]
