# A bytearray is bytes that can change.
a = bytearray(b"abc")
a[0] = 65
a.append(100)
a.extend(b"ef")
a += b"!"
print(a, len(a), a[1], bytes(a), a[1:3])  # expect: bytearray(b'Abcdef!') 7 98 b'Abcdef!' bytearray(b'bc')
a[1:3] = b"xyz"
del a[-1]
print(a, a.decode(), a == b"Axyzdef", a.find(b"z"), a.pop(), a)
# expect: bytearray(b'Axyzde') Axyzdef True 3 102 bytearray(b'Axyzde')
a.insert(0, 48)
a.reverse()
print(a, bytearray(3), bytearray("é", "utf-8"), b"".join([bytearray(b"x"), b"y"]))
# expect: bytearray(b'edzyxA0') bytearray(b'\x00\x00\x00') bytearray(b'\xc3\xa9') b'xy'
try:
    a[0] = 256
except ValueError as error:
    print(error)  # expect: byte must be in range(0, 256)
try:
    hash(a)
except TypeError as error:
    print(error)  # expect: unhashable type: 'bytearray'
