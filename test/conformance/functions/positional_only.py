# Parameters before a slash take no keywords, and leave their names free.

def divide(a, b, /, *, digits=2):
    return round(a / b, digits)

print(divide(1, 3))  # expect: 0.33
print(divide(1, 3, digits=4))  # expect: 0.3333
try:
    divide(a=1, b=3)
except TypeError as error:
    print(error)  # expect: divide() got some positional-only arguments passed as keyword arguments: 'a, b'

def tag(name, /, **attributes):
    return name, attributes

print(tag("div", name="main", id=3))  # expect: ('div', {'name': 'main', 'id': 3})

def optional(x, y=5, /, z=6):
    return x + y + z

print(optional(1), optional(1, 2), optional(1, 2, 3), optional(1, z=0))  # expect: 12 9 6 6
