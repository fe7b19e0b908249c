"""Context managers."""
from functools import wraps


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return None


class ContextDecorator:
    """A context manager that also decorates functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, function):
        @wraps(function)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return function(*args, **keywords)
        return inner


class _GeneratorManager(ContextDecorator):
    def __init__(self, function, args, keywords):
        self._made_by = (function, args, keywords)
        self._generator = function(*args, **keywords)

    def _recreate_cm(self):
        return _GeneratorManager(*self._made_by)

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if kind is None:
            if next(self._generator, self) is not self:
                raise RuntimeError("generator didn't stop")
            return False
        if error is None:
            error = kind()
        try:
            self._generator.throw(error)
        except StopIteration as stop:
            return stop is not error
        except RuntimeError as failure:
            # A StopIteration raised in the block comes out of the generator as the cause of a RuntimeError.
            if failure is error or isinstance(error, StopIteration) and failure.__cause__ is error:
                return False
            raise
        except BaseException as failure:
            if failure is not error:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    @wraps(function)
    def helper(*args, **keywords):
        return _GeneratorManager(function, args, keywords)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result


class redirect_stdout:
    _stream = 'stdout'

    def __init__(self, target):
        self._target = target
        self._saved = []

    def __enter__(self):
        import sys
        self._saved.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target

    def __exit__(self, *details):
        import sys
        setattr(sys, self._stream, self._saved.pop())


class redirect_stderr(redirect_stdout):
    _stream = 'stderr'


class ExitStack(AbstractContextManager):
    """Context managers and functions, left in the reverse of the order in which they came."""

    def __init__(self):
        self._exits = []

    def enter_context(self, manager):
        kind = type(manager)
        result = kind.__enter__(manager)
        self._exits.append(lambda *details: kind.__exit__(manager, *details))
        return result

    def push(self, leave):
        exit = getattr(type(leave), '__exit__', None)
        self._exits.append(leave if exit is None else lambda *details: exit(leave, *details))
        return leave

    def callback(self, function, /, *args, **keywords):
        def leave(*details):
            function(*args, **keywords)
        self._exits.append(leave)
        return function

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, error, traceback):
        first = error
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(None if error is None else type(error), error, traceback):
                    error = traceback = None
            except BaseException as failure:
                error, traceback = failure, failure.__traceback__
        if error is not None and error is not first:
            raise error
        return first is not None and error is None
