# Classes are made by type, or by a class derived from it.
Dynamic = type("Dynamic", (object,), {"x": 5, "get": lambda self: self.x})
d = Dynamic()
print(d.get(), Dynamic.__name__, type(d) is Dynamic, type(Dynamic) is type, type(type) is type)
# expect: 5 Dynamic True True True

class Meta(type):
    def __new__(mcs, name, bases, namespace, **options):
        namespace["made_by"] = mcs.__name__
        namespace["options"] = options
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.upper = name.upper()
    def __call__(cls, *args):
        print("creating", cls.__name__)
        return super().__call__(*args)
    def __len__(cls): return 99
    def __getitem__(cls, key): return (cls.__name__, key)

class Thing(metaclass=Meta, level=3):
    def __init__(self, v): self.v = v

t = Thing(7)  # expect: creating Thing
print(t.v, Thing.made_by, Thing.upper, Thing.options, len(Thing), Thing["k"])
# expect: 7 Meta THING {'level': 3} 99 ('Thing', 'k')
class Sub(Thing): pass
print(type(Sub).__name__, Sub.upper, Sub.options, isinstance(Sub, Meta), isinstance(Thing, type))
# expect: Meta SUB {} True True

class Singleton(type):
    instances = {}
    def __call__(cls):
        if cls not in cls.instances: cls.instances[cls] = super().__call__()
        return cls.instances[cls]

class One(metaclass=Singleton): pass
print(One() is One())  # expect: True

class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        print("prepare", name)
        return {"prepared": True}

class O(metaclass=Ordered):
    b = 1
    a = 2
# expect: prepare O

print(O.prepared, [k for k in O.__dict__ if not k.startswith("__")])  # expect: True ['prepared', 'b', 'a']

class Even(type):
    def __instancecheck__(cls, x): return isinstance(x, int) and x % 2 == 0
    def __subclasscheck__(cls, c): return c is int

class EvenInt(metaclass=Even): pass
print(isinstance(4, EvenInt), isinstance(3, EvenInt), issubclass(int, EvenInt), issubclass(str, EvenInt))
# expect: True False True False
