# Integer literals in every base, with underscores.
print(0, 00, 0x1F, 0XfF, 0o17, 0O7, 0b101, 0B11)  # expect: 0 0 31 255 15 7 5 3
print(1_000_000, 0x_ff, 0b1111_0000)  # expect: 1000000 255 240
print(0xDEADBEEF, 0xFFFFFFFFFFFFFFFFFFFF)  # expect: 3735928559 1208925819614629174706175
print(hex(255), oct(8), bin(5), hex(-255), bin(-5), hex(0))  # expect: 0xff 0o10 0b101 -0xff -0b101 0x0
print(hex(2 ** 80), bin(2 ** 33))  # expect: 0x100000000000000000000 0b1000000000000000000000000000000000
print(1 .real, (5).denominator)  # expect: 1 1
