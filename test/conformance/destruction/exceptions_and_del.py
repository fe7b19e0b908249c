# An exception in __del__ is reported and ignored; a handled exception releases its frame.

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def fails():
    local = D("local of a failed call")
    raise ValueError("v")

try:
    fails()
except ValueError:
    print("handling")
    # expect: handling
    # expect: del local of a failed call
print("after the handler")  # expect: after the handler

class Bad:
    def __del__(self): raise KeyError("inside __del__")

Bad()
print("went on")  # expect: went on

def keeps():
    local = D("kept by the traceback")
    raise ValueError

try:
    keeps()
except ValueError as e:
    kept = e
print("kept")  # expect: kept
kept = None  # expect: del kept by the traceback
print("released")  # expect: released
# stderr: Traceback (most recent call last):
# stderr:   File "exceptions_and_del.py", line 20, in __del__
# stderr:     def __del__(self): raise KeyError("inside __del__")
# stderr: KeyError: 'inside __del__'
