# Every in-place method, and the fall-back to the plain one.

class Log:
    def __init__(self): self.done = []
    def note(name):
        def method(self, other):
            self.done.append((name, other))
            return self
        return method
    __iadd__, __isub__, __imul__, __itruediv__ = note("iadd"), note("isub"), note("imul"), note("itruediv")
    __ifloordiv__, __imod__, __ipow__, __imatmul__ = note("ifloordiv"), note("imod"), note("ipow"), note("imatmul")
    __ilshift__, __irshift__, __iand__, __ior__, __ixor__ = note("ilshift"), note("irshift"), note("iand"), note("ior"), note("ixor")

x = Log()
x += 1; x -= 2; x *= 3; x /= 4; x //= 5; x %= 6; x **= 7; x @= 8; x <<= 9; x >>= 10; x &= 11; x |= 12; x ^= 13
for entry in x.done:
    print(*entry)
    # expect: iadd 1
    # expect: isub 2
    # expect: imul 3
    # expect: itruediv 4
    # expect: ifloordiv 5
    # expect: imod 6
    # expect: ipow 7
    # expect: imatmul 8
    # expect: ilshift 9
    # expect: irshift 10
    # expect: iand 11
    # expect: ior 12
    # expect: ixor 13

class Plain:
    def __add__(self, other): return "plain add"

y = Plain()
y += 1
print(y)  # expect: plain add

class Refuses:
    def __iadd__(self, other): return NotImplemented
    def __add__(self, other): return "fell back"

z = Refuses()
z += 1
print(z)  # expect: fell back
box = {"k": [1]}
box["k"] += [2]
class Holder: value = 1
h = Holder()
h.value += 5
print(box, h.value, Holder.value)  # expect: {'k': [1, 2]} 6 1
try:
    w = None
    w += 1
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +=: 'NoneType' and 'int'
