# Too deep a recursion is a RecursionError that can be caught, again and again.
import sys
def down(n): return down(n + 1)

for _ in range(3):
    try:
        down(0)
    except RecursionError as error:
        print(type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
        # expect: RecursionError True
        # expect: RecursionError True
        # expect: RecursionError True
depth = 0

def count():
    global depth
    depth += 1
    count()

try:
    count()
except RecursionError:
    print(800 < depth <= 1000)  # expect: True
sys.setrecursionlimit(200)
depth = 0
try:
    count()
except RecursionError:
    print(100 < depth <= 200, sys.getrecursionlimit())  # expect: True 200

class Loop:
    def __getattr__(self, name): return getattr(self, name + "x")

try:
    Loop().a
except RecursionError:
    print("in __getattr__")  # expect: in __getattr__

class R:
    def __repr__(self): return repr(self)

try:
    repr(R())
except RecursionError:
    print("in __repr__")  # expect: in __repr__

class E:
    def __eq__(self, other): return self == other

try:
    E() == E()
except RecursionError:
    print("in __eq__")  # expect: in __eq__
sys.setrecursionlimit(3000)
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(2500))  # expect: 2500
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(type(error).__name__)  # expect: ValueError
