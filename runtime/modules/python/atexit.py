"""Functions that are called when the main thread has ended, the latest first."""
_functions = []


def register(function, *args, **kwargs):
    _functions.append((function, args, kwargs))
    return function


def unregister(function):
    _functions[:] = [entry for entry in _functions if entry[0] != function]


def _clear():
    del _functions[:]


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        function, args, kwargs = _functions.pop()
        try:
            function(*args, **kwargs)
        except BaseException as error:
            import traceback
            traceback._report('Exception ignored in atexit callback: %r\n' % function, error)
