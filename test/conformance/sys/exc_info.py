# sys.exc_info tells what is being handled, at every depth.
import sys
def kind(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
print(kind())  # expect: None
try:
    raise ValueError("v")
except ValueError as e:
    print(kind(), sys.exc_info()[1] is e, sys.exc_info()[2] is e.__traceback__)
    # expect: ValueError True True
    try:
        raise KeyError
    except KeyError:
        print(kind())  # expect: KeyError
    print(kind())  # expect: ValueError
print(kind())  # expect: None
try:
    try:
        1 / 0
    finally:
        print(kind())  # expect: ZeroDivisionError
except ZeroDivisionError: pass

def generator():
    try:
        raise TypeError
    except TypeError:
        yield kind()
        yield kind()

g = generator()
try:
    raise IndexError
except IndexError:
    print(next(g), kind(), next(g), kind())  # expect: TypeError IndexError TypeError IndexError
print(kind())  # expect: None
def hook(kind, value, traceback): print("hook:", kind.__name__, value)
sys.excepthook = hook
raise ValueError("goes to the hook")
# expect: hook: ValueError goes to the hook
# exit: 1
