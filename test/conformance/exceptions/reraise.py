# A bare raise raises the exception being handled again; nested handlers restore it.
import sys

def inner():
    try:
        raise ValueError("original")
    except ValueError:
        raise

try:
    inner()
except ValueError as error:
    print("again:", error)  # expect: again: original
try:
    raise
except RuntimeError as error:
    print(error)  # expect: No active exception to reraise

def nested():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise IndexError("inner")
        except IndexError:
            print("handling", sys.exc_info()[0].__name__)
        print("back to", sys.exc_info()[0].__name__)
        raise

try:
    nested()
    # expect: handling IndexError
    # expect: back to KeyError
except KeyError as error:
    print("got", error)  # expect: got 'outer'
print(sys.exc_info())  # expect: (None, None, None)

def helper():
    raise

try:
    try:
        raise TypeError("from a caller")
    except TypeError:
        helper()
except TypeError as error:
    print(error)  # expect: from a caller
caught = ValueError("object")
for i in range(2):
    try:
        raise caught
    except ValueError as error:
        print(error is caught)
        # expect: True
        # expect: True
