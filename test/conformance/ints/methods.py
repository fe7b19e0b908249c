# Methods of int: bit_length, to_bytes, from_bytes, as_integer_ratio, bit_count.
# python: 3.10-3.13
print((1023).bit_length(), (-1024).bit_length(), (1023).bit_count(), (2 ** 70 - 1).bit_count())
# expect: 10 11 10 70
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True))
# expect: b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xff'
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x00\x04", "little"))  # expect: 1024 1024
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\xff" * 9, "big"))
# expect: -2 4722366482869645213695
print((7).as_integer_ratio(), (5).conjugate(), (5).numerator, (5).imag)  # expect: (7, 1) 5 5 0
print((5).__add__(3), (5).__add__(2.5), int.__mul__(6, 7), (5).__bool__())
# expect: 8 NotImplemented 42 True
try:
    (256).to_bytes(1, "big")
except OverflowError as error:
    print(error)  # expect: int too big to convert
try:
    (-1).to_bytes(1, "big")
except OverflowError as error:
    print(error)  # expect: can't convert negative int to unsigned
