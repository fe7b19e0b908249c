# __cause__ by raise from, __context__ by raising while handling, and suppression.
try:
    try:
        raise KeyError("first")
    except KeyError as error:
        raise ValueError("second") from error
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    # expect: KeyError('first') KeyError('first') True
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    # expect: None KeyError('first') False
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    # expect: None KeyError('first') True
try:
    raise ValueError("lonely") from TypeError("made up")
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__))  # expect: TypeError('made up') None
try:
    try:
        1 / 0
    finally:
        {}["key"]
except KeyError as error:
    print(repr(error), repr(error.__context__))
    # expect: KeyError('key') ZeroDivisionError('division by zero')
try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)  # expect: exception causes must derive from BaseException

def deep(n):
    try:
        if n == 0: raise ValueError(0)
        deep(n - 1)
    except ValueError as error:
        raise ValueError(n) from error

try:
    deep(3)
except ValueError as error:
    chain = []
    while error is not None:
        chain.append(error.args[0])
        error = error.__cause__
    print(chain)  # expect: [3, 2, 1, 0, 0]
