# An interface by NotImplementedError, mixins, and template methods.

class Shape:
    def area(self): raise NotImplementedError("area of " + type(self).__name__)
    def describe(self): return "%s of area %.2f" % (type(self).__name__, self.area())

class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2

class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h

class Blob(Shape): pass

for shape in [Circle(1), Rect(2, 3), Blob()]:
    try:
        print(shape.describe())
        # expect: Circle of area 3.14
        # expect: Rect of area 6.00
    except NotImplementedError as error:
        print("not implemented:", error)  # expect: not implemented: area of Blob

class JsonMixin:
    def to_json(self): return "{" + ", ".join('"%s": %r' % kv for kv in sorted(self.__dict__.items())) + "}"

class Comparable:
    def __eq__(self, o): return self.key() == o.key()
    def __lt__(self, o): return self.key() < o.key()

class Item(JsonMixin, Comparable):
    def __init__(self, n, p): self.n, self.p = n, p
    def key(self): return self.p

items = [Item("b", 2), Item("a", 1)]
print(min(items).to_json(), items[0] == items[1], [i.n for i in sorted(items)])
# expect: {"n": 'a', "p": 1} False ['a', 'b']
