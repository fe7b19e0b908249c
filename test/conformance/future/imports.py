# Imports from __future__ that change nothing in Python 3, and import forms.
from __future__ import print_function, division, absolute_import, unicode_literals, generators, nested_scopes, with_statement
import __future__
print(1 / 2, "text", __future__.division.optional[0])  # expect: 0.5 text 2
import sys, time as clock
from math import sqrt, floor as down
from math import (
    pi,
    ceil,
)
print(sqrt(16), down(2.7), ceil(2.1), round(pi, 4), clock.time() > 0, sys.__name__)
# expect: 4.0 2 3 3.1416 True sys

def local():
    import math
    from math import cos as c
    return math.sin(0), c(0)

print(local(), "math" in globals())  # expect: (0.0, 1.0) False
try:
    from math import no_such_function
except ImportError as error:
    print(type(error).__name__, str(error)[:39])
    # expect: ImportError cannot import name 'no_such_function' f
try:
    import definitely_not_a_module
except ModuleNotFoundError as error:
    print(error)  # expect: No module named 'definitely_not_a_module'
import math
print(math is sys.modules["math"], math.__name__, type(math).__name__, hasattr(math, "pi"))
# expect: True math module True
try:
    math.nothing
except AttributeError as error:
    print(error)  # expect: module 'math' has no attribute 'nothing'
math.added = 5
import math as again
print(again.added)  # expect: 5
module = __import__("math")
print(module is math)  # expect: True
