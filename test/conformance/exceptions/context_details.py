# __context__ chains through handlers, finally blocks and with; a cycle is never made.

def chain(e):
    out = []
    while e is not None:
        out.append(repr(e))
        e = e.__context__
    return out

try:
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise ValueError(2)
    except ValueError:
        raise ValueError(3)
except ValueError as e:
    print(chain(e))  # expect: ['ValueError(3)', 'ValueError(2)', 'ValueError(1)']
first = ValueError("first")
try:
    try:
        raise first
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            raise first
except ValueError as e:
    print(chain(e)[:3])  # expect: ["ValueError('first')", "KeyError('second')"]
try:
    raise TypeError("fresh")
except TypeError as e:
    print(chain(e))  # expect: ["TypeError('fresh')"]
try:
    try:
        raise ValueError("handled")
    except ValueError:
        pass
    raise KeyError("no context")
except KeyError as e:
    print(chain(e))  # expect: ["KeyError('no context')"]

def helper():
    raise IndexError("from helper")

try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except IndexError as e:
    print(chain(e))  # expect: ["IndexError('from helper')", "ZeroDivisionError('division by zero')"]
e = ValueError("x")
e.__context__ = KeyError("set by hand")
e.__cause__ = TypeError("cause")
print(chain(e), e.__suppress_context__, repr(e.__cause__))
# expect: ["ValueError('x')", "KeyError('set by hand')"] True TypeError('cause')
try:
    e.__cause__ = 5
except TypeError as error:
    print(error)  # expect: exception cause must be None or derive from BaseException
try:
    raise ValueError("a") from KeyError
except ValueError as error:
    print(repr(error.__cause__))  # expect: KeyError()
