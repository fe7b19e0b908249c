# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.

class Lazy:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return "made " + name

x = Lazy()
print(x.real, x.other, hasattr(x, "anything"), hasattr(x, "_private"), getattr(x, "_p", "default"))
# expect: 1 made other True False default

class Watched:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

w = Watched()
w.a = 1  # expect: set a 1
w.a += 1  # expect: set a 2
del w.a  # expect: del a
try:
    del w.a  # expect: del a
except AttributeError as error:
    print("AttributeError")  # expect: AttributeError

class All:
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("hidden")
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback for " + name
    def __dir__(self): return ["b", "a"]

a = All()
a.x = 5
a.secret = 6
print(a.x, a.secret, a.nothing, dir(a))  # expect: 5 fallback for secret fallback for nothing ['a', 'b']

class Proxy:
    def __init__(self, target): self.__dict__["target"] = target
    def __getattr__(self, name): return getattr(self.target, name)
    def __setattr__(self, name, value): setattr(self.target, name, value)

p = Proxy([3, 1, 2])
p.sort()
print(p.target, p.index(3))  # expect: [1, 2, 3] 2
setattr(x, "late", 9)
print(getattr(x, "late"), x.__dict__)  # expect: 9 {'real': 1, 'late': 9}
delattr(x, "late")
print(x.late, vars(x))  # expect: made late {'real': 1}
