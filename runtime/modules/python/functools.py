"""Functions of functions."""

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__')
WRAPPER_UPDATES = ('__dict__',)
_absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_absent, /):
    iterator = iter(iterable)
    if initial is _absent:
        initial = next(iterator, _absent)
        if initial is _absent:
            raise TypeError('reduce() of empty iterable with no initial value')
    for value in iterator:
        initial = function(initial, value)
    return initial


class partial:
    def __init__(self, function, /, *args, **keywords):
        if not callable(function):
            raise TypeError('the first argument must be callable')
        if isinstance(function, partial):
            args = function.args + args
            keywords = {**function.keywords, **keywords}
            function = function.func
        self.func = function
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(x) for x in self.args]
        parts += ['%s=%r' % pair for pair in self.keywords.items()]
        return 'functools.partial(' + ', '.join(parts) + ')'


def cmp_to_key(compare):
    class Key:
        __slots__ = ('obj',)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

        __hash__ = None

    return Key


def _negation(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result
    return method


_ORDERS = ('__lt__', '__gt__', '__le__', '__ge__')


def total_ordering(cls):
    """Adds the order methods that a class with `__eq__` and one of them lacks."""
    given = [name for name in _ORDERS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = given[0]
    strict = root in ('__lt__', '__gt__')
    opposite = {'__lt__': '__gt__', '__gt__': '__lt__', '__le__': '__ge__', '__ge__': '__le__'}[root]
    negated = {'__lt__': '__ge__', '__gt__': '__le__', '__le__': '__gt__', '__ge__': '__lt__'}[root]
    last = {'__lt__': '__le__', '__gt__': '__ge__', '__le__': '__lt__', '__ge__': '__gt__'}[root]

    def other_way(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return not result and self != other if strict else not result or self == other

    def equal_too(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other if strict else result and self != other

    for name, method in ((negated, _negation(root)), (opposite, other_way), (last, equal_too)):
        if name not in given:
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the latest calls by their arguments."""
    if callable(maxsize):
        return lru_cache()(maxsize)

    def decorate(function):
        results = {}
        counts = [0, 0]

        def wrapper(*args, **keywords):
            key = (args, tuple(keywords.items())) if keywords else args
            if typed:
                key = (key, tuple([type(x) for x in args]))
            try:
                value = results.pop(key)
                counts[0] += 1
            except KeyError:
                counts[1] += 1
                value = function(*args, **keywords)
                if maxsize is not None and len(results) >= maxsize and results:
                    del results[next(iter(results))]
            if maxsize != 0:
                results[key] = value
            return value

        def cache_clear():
            results.clear()
            counts[:] = [0, 0]

        wrapper.cache_clear = cache_clear
        wrapper.cache_info = lambda: _CacheInfo(counts[0], counts[1], maxsize, len(results))
        return update_wrapper(wrapper, function)

    return decorate


def cache(function):
    return lru_cache(maxsize=None)(function)


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


class cached_property:
    """A property that is computed once for each instance."""

    def __init__(self, function):
        self.func = function
        self.attrname = None
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value
