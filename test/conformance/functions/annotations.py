# Annotations are kept and otherwise ignored.

def area(width: int, height: "inches" = 2, *rest: float, scale: float = 1.0) -> float:
    return width * height * scale

print(area(3))  # expect: 6.0
print(area("ab", 2, scale=1))  # expect: abab
print(sorted(area.__annotations__))  # expect: ['height', 'rest', 'return', 'scale', 'width']
print(area.__annotations__["height"], area.__annotations__["return"] is float)  # expect: inches True
count: int = 5
later: str
print(count)  # expect: 5
print("later" in globals(), sorted(__annotations__))  # expect: False ['count', 'later']

class Point:
    x: int
    y: int = 0

print(Point.__annotations__ == {"x": int, "y": int}, hasattr(Point, "x"), Point.y)  # expect: True False 0
