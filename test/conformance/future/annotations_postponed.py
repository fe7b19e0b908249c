# from __future__ import annotations keeps annotations as text.
from __future__ import annotations
def f(a: Undefined, b: list[int] = None) -> Also.Undefined: return a
print(f(1), f.__annotations__)  # expect: 1 {'a': 'Undefined', 'b': 'list[int]', 'return': 'Also.Undefined'}

class C:
    next: C
    items: "dict[str, C]"

print(C.__annotations__)  # expect: {'next': 'C', 'items': "'dict[str, C]'"}
x: Missing = 5
print(x)  # expect: 5
