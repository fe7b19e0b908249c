# super(): with and without arguments, in class methods, properties, and cooperative calls.

class Base:
    def __init__(self, **kwargs): self.log = ["Base %s" % sorted(kwargs)]
    @classmethod
    def create(cls): return "Base.create of " + cls.__name__
    @property
    def label(self): return "base label"
    @staticmethod
    def static(): return "base static"

class Left(Base):
    def __init__(self, left=0, **kwargs):
        super().__init__(**kwargs)
        self.log.append("Left %s" % left)

class Right(Base):
    def __init__(self, right=0, **kwargs):
        super(Right, self).__init__(**kwargs)
        self.log.append("Right %s" % right)

class Both(Left, Right):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.log.append("Both")
    @classmethod
    def create(cls): return "Both, then " + super().create()
    @property
    def label(self): return "both over " + super().label
    def static(self): return super().static() + " from a method"

b = Both(left=1, right=2)
print(b.log, Both.create(), b.label, b.static())
# expect: ['Base []', 'Right 2', 'Left 1', 'Both'] Both, then Base.create of Both both over base label base static from a method

class Box:
    def __getitem__(self, k): return k
    def __len__(self): return 5

class Sub(Box):
    def __getitem__(self, k): return ("sub", super().__getitem__(k))
    def size(self):
        def inner(): return super(Sub, self).__len__()
        return inner()

print(Sub()[3], Sub().size())  # expect: ('sub', 3) 5
try:
    class E(Base):
        def go(self): return super().missing()
    E().go()
except AttributeError as error:
    print(error)  # expect: 'super' object has no attribute 'missing'

def outside(): return super()

try:
    outside()
except RuntimeError as error:
    print(error)  # expect: super(): no arguments

class L(list):
    def append(self, x): super().append(x * 2)

l = L([1])
l.append(5)
print(l, len(l), type(l).__name__, l + [1])  # expect: [1, 10] 2 L [1, 10, 1]
