# Iterators over Python code, and the built-in functions that walk them.


def _iter(x):
    found = type_lookup(type_of(x), '__iter__')
    if found is None or found is _MISSING:
        if found is _MISSING and type_lookup(type_of(x), '__getitem__') is not _MISSING and not isinstance(x, dict):
            return _new_sequence_iterator(x)
        raise TypeError("'%s' object is not iterable" % _name(x))
    iterator = found(x) if type_of(found) is _function else _bound(found, x)()
    if type_lookup(type_of(iterator), '__next__') is _MISSING:
        raise TypeError("iter() returned non-iterator of type '%s'" % _name(iterator))
    return iterator


def _iter_until(function, sentinel):
    if not callable(function):
        raise TypeError('iter(v, w): v must be callable')
    return _new_callable_iterator(function, sentinel)


def _next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


def _next_in_python(iterator):
    """__next__ of a built-in iterator whose next step is Python code."""
    return _STEPS[type_of(iterator).__name__](iterator)


def _next_of_enumerate(iterator):
    value = next(_first_part(iterator))
    return (_next_number(iterator), value)


def _next_of_zip(iterator):
    sources = _first_part(iterator)
    values = []
    if not sources:
        _finish(iterator)
    for source in sources:
        try:
            values.append(next(source))
        except StopIteration:
            if _step(iterator, 0):
                break
            raise
    else:
        return tuple(values)
    if values:
        _raise_uneven('shorter', len(values) + 1)
    for number in range(2, len(sources) + 1):
        try:
            next(sources[number - 1])
        except StopIteration:
            continue
        _raise_uneven('longer', number)
    raise StopIteration


def _raise_uneven(how, number):
    others = 'argument 1' if number == 2 else 'arguments 1-%d' % (number - 1)
    raise ValueError('zip() argument %d is %s than %s' % (number, how, others))


def _next_of_map(iterator):
    function = _first_part(iterator)
    return function(*[next(source) for source in _second_part(iterator)])


def _next_of_filter(iterator):
    function = _first_part(iterator)
    for value in _second_part(iterator):
        if (value if function is None or function is bool else function(value)):
            return value
    raise StopIteration


def _next_of_reversed(iterator):
    sequence = _first_part(iterator)
    position = _step(iterator, -1)
    if position >= 0:
        try:
            return sequence[position]
        except (IndexError, StopIteration):
            pass
    _finish(iterator)


def _next_of_sequence(iterator):
    sequence = _first_part(iterator)
    try:
        return sequence[_step(iterator, 1)]
    except (IndexError, StopIteration):
        pass
    _finish(iterator)


def _next_of_callable(iterator):
    value = _first_part(iterator)()
    if not value == _second_part(iterator):
        return value
    _finish(iterator)


_STEPS = {
    'enumerate': _next_of_enumerate,
    'zip': _next_of_zip,
    'map': _next_of_map,
    'filter': _next_of_filter,
    'reversed': _next_of_reversed,
    'iterator': _next_of_sequence,
    'callable_iterator': _next_of_callable,
}


def _enumerate(iterable, start):
    return _new_enumerate(iter(iterable), _integer(start))


def _zip(strict, iterables):
    return _new_zip(tuple([iter(x) for x in iterables]), strict)


def _map(function, iterables):
    return _new_map(function, tuple([iter(x) for x in iterables]))


def _filter(function, iterable):
    return _new_filter(function, iter(iterable))


def _reversed(sequence):
    found = type_lookup(type_of(sequence), '__reversed__')
    if found is not _MISSING and found is not None:
        return _bound(found, sequence)()
    if found is None or _special(sequence, '__getitem__') is None or _special(sequence, '__len__') is None:
        raise TypeError("'%s' object is not reversible" % _name(sequence))
    return _new_reversed(sequence, len(sequence) - 1)


def _any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def _all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def _sum(iterable, total):
    if isinstance(total, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(total, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    for x in iterable:
        total = total + x
    return total


def _min(iterable, key, default=_MISSING):
    iterator = iter(iterable)
    best = best_key = _MISSING
    for x in iterator:
        x_key = x if key is None else key(x)
        if best is _MISSING or x_key < best_key:
            best, best_key = x, x_key
    return best if best is not _MISSING else _nothing_or('min', default)


def _max(iterable, key, default=_MISSING):
    iterator = iter(iterable)
    best = best_key = _MISSING
    for x in iterator:
        x_key = x if key is None else key(x)
        if best is _MISSING or x_key > best_key:
            best, best_key = x, x_key
    return best if best is not _MISSING else _nothing_or('max', default)


def _nothing_or(name, default):
    if default is _MISSING:
        raise ValueError(name + '() arg is an empty sequence')
    return default
