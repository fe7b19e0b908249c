# A subclass of int computes as an int and keeps its own methods.

class Metres(int):
    def __repr__(self): return "%dm" % int(self)
    def double(self): return Metres(self * 2)

m = Metres(5)
print(repr(m), m + 1, m.double(), type(m + m).__name__, m == 5, hash(m) == hash(5))
# expect: 5m 6 10m int True True
print([10, 20, 30, 40, 50, 60][m], {5: "five"}[m], isinstance(m, int))  # expect: 60 five True

class Level(int):
    def __new__(cls, text):
        self = super().__new__(cls, len(text))
        self.text = text
        return self

level = Level("abcd")
print(level + 1, level.text)  # expect: 5 abcd
