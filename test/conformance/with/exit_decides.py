# What __exit__ returns decides whether the exception goes on; what it raises replaces it.

class E:
    def __init__(self, result=None, error=None): self.result, self.error = result, error
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        self.seen = (kind and kind.__name__, str(value), tb is not None)
        if self.error: raise self.error
        return self.result

with E(True) as e:
    raise KeyError("k")
print(e.seen)  # expect: ('KeyError', "'k'", True)
with E(1) as e:
    pass
print(e.seen)  # expect: (None, 'None', False)
for result in [False, None, 0, ""]:
    try:
        with E(result):
            1 / 0
    except ZeroDivisionError:
        print("went on with", repr(result))
        # expect: went on with False
        # expect: went on with None
        # expect: went on with 0
        # expect: went on with ''
try:
    with E(error=RuntimeError("from exit")):
        raise ValueError("from body")
except RuntimeError as error:
    print(error, repr(error.__context__))  # expect: from exit ValueError('from body')

def loop():
    done = []
    for i in range(4):
        with E(True):
            if i == 1: raise IndexError
            done.append(i)
    return done

print(loop())  # expect: [0, 2, 3]

def swallowed_return():
    with E(True):
        raise ValueError
    return "after the block"

print(swallowed_return())  # expect: after the block

class BadEnter:
    def __enter__(self): raise OSError("enter failed")
    def __exit__(self, *exc): print("never")

try:
    with BadEnter(): pass
except OSError as error:
    print(error)  # expect: enter failed
