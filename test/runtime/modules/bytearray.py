# bytearray, which the library has in Python.
a = bytearray(b"hello world")
print(a.upper(), a.split(), a.replace(b"o", b"0"), a.find(bytearray(b"wor")), a.startswith(b"he"), a.hex()[:4], sorted(bytearray(b"cab")), b"lo" in a, 104 in a, list(a)[:2], a * 2, b"x" + a, a + b"y", bytes(a) == a, b"hello world" == a, a != b"", bool(bytearray()), "%s" % a, a[::-1], a.count(b"o"))
try: a[50]
except IndexError as e: print(e)
try: a.append("x")
except (TypeError, AttributeError) as e: print(type(e).__name__)
try: bytearray().pop()
except IndexError as e: print(e)
try: a.nothing
except AttributeError as e: print(e)
print(isinstance(a, bytes), len(bytearray(b"x" * 10)), bytearray([1, 2]), bytearray(range(3)))
import os
r, w = os.pipe(); print(os.write(w, bytearray(b"zz")), os.read(r, 5))
