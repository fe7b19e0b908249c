# __repr__, __str__, __format__ and __bytes__; which one is used where.

class Both:
    def __repr__(self): return "<repr>"
    def __str__(self): return "<str>"

class OnlyRepr:
    def __repr__(self): return "<only repr>"

class OnlyStr:
    def __str__(self): return "<only str>"

b, r = Both(), OnlyRepr()
print(b, [b], (b,), {"k": b}, str(b), repr(b), "%s %r" % (b, b), f"{b} {b!r}", "{0} {0!r}".format(b))
# expect: <str> [<repr>] (<repr>,) {'k': <repr>} <str> <repr> <str> <repr> <str> <repr> <str> <repr>
print(r, [r], str(r), f"{r}")  # expect: <only repr> [<only repr>] <only repr> <only repr>
print(OnlyStr(), repr(OnlyStr()).startswith("<__main__.OnlyStr object at 0x"))  # expect: <only str> True

class Bad:
    def __repr__(self): return 5

for action in [lambda: repr(Bad()), lambda: str(Bad()), lambda: print(Bad())]:
    try:
        action()
    except TypeError as error:
        print(error)
        # expect: __repr__ returned non-string (type int)
        # expect: __str__ returned non-string (type int)
        # expect: __str__ returned non-string (type int)

class Spec:
    def __format__(self, spec): return "[" + spec + "]"

print(f"{Spec():>10}", format(Spec(), "x"), "{:y}".format(Spec()))  # expect: [>10] [x] [y]
try:
    format(b, "10")
except TypeError as error:
    print(error)  # expect: unsupported format string passed to Both.__format__

class B:
    def __bytes__(self): return b"xyz"

print(bytes(B()), repr(Both).startswith("<class '__main__.Both'>"), str(int), repr(len), type(None))
# expect: b'xyz' True <class 'int'> <built-in function len> <class 'NoneType'>
def named(): pass
print(repr(named).startswith("<function named at 0x"), repr(b.__repr__).startswith("<bound method Both.__repr__ of <repr>>"))
# expect: True True
