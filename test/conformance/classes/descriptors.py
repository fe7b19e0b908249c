# Descriptors: data and non-data, on class and instance, with __set_name__.

class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, instance, owner):
        if instance is None: return "descriptor of " + owner.__name__
        return getattr(instance, self.name, "unset")
    def __set__(self, instance, value):
        if not isinstance(value, self.kind): raise TypeError("%s must be %s" % (self.name, self.kind.__name__))
        setattr(instance, self.name, value)
    def __delete__(self, instance): delattr(instance, self.name)

class Person:
    name = Typed(str)
    age = Typed(int)

p = Person()
print(p.name, Person.age)  # expect: unset descriptor of Person
p.name, p.age = "Ada", 36
print(p.name, p.age, sorted(p.__dict__))  # expect: Ada 36 ['_age', '_name']
try:
    p.age = "old"
except TypeError as error:
    print(error)  # expect: _age must be int
del p.name
print(p.name)  # expect: unset

class NonData:
    def __get__(self, instance, owner): return "from the descriptor"

class Holder:
    d = NonData()

h = Holder()
print(h.d)  # expect: from the descriptor
h.d = "own"
print(h.d, Holder.d)  # expect: own from the descriptor

class Cached:
    def __init__(self, f): self.f = f
    def __get__(self, instance, owner):
        value = instance.__dict__[self.f.__name__] = self.f(instance)
        return value

class Slow:
    @Cached
    def answer(self):
        print("computing")
        return 42

s = Slow()
print(s.answer, s.answer)
# expect: computing
# expect: 42 42
p.__dict__["age"] = "hidden by the data descriptor"
print(p.age)  # expect: 36
f = lambda self: self
print(f.__get__(5)() , f.__get__(None, int) is f)  # expect: 5 True
