# __slots__ gives fixed attributes and no __dict__.

class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y

p = Point(1, 2)
p.x += 10
print(p.x, p.y, hasattr(p, "__dict__"))  # expect: 11 2 False
try:
    p.z = 3
except AttributeError as error:
    print("no attribute z")  # expect: no attribute z
del p.y
try:
    p.y
except AttributeError as error:
    print("y is unset")  # expect: y is unset
p.y = 7
print(p.y, type(Point.x).__name__)  # expect: 7 member_descriptor

class Point3(Point):
    __slots__ = ("z",)

q = Point3(1, 2)
q.z = 3
print(q.x + q.y + q.z)  # expect: 6
class Loose(Point): pass
r = Loose(1, 2)
r.extra = "ok"
print(r.__dict__, r.x)  # expect: {'extra': 'ok'} 1
