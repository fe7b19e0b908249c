# The built-in operations on values whose special methods are written in Python, and the built-in functions that call
# back. A built-in that cannot answer by itself ends with a call of one of these.

def _function():
    pass


_function = type_of(_function)


def _name(x):
    return type_of(x).__name__


# ---- operators -------------------------------------------------------------------------------------------------------

_OPERATORS = (
    ('__add__', '__radd__', '__iadd__', '+'),
    ('__and__', '__rand__', '__iand__', '&'),
    ('__floordiv__', '__rfloordiv__', '__ifloordiv__', '//'),
    ('__lshift__', '__rlshift__', '__ilshift__', '<<'),
    ('__matmul__', '__rmatmul__', '__imatmul__', '@'),
    ('__mul__', '__rmul__', '__imul__', '*'),
    ('__mod__', '__rmod__', '__imod__', '%'),
    ('__or__', '__ror__', '__ior__', '|'),
    ('__pow__', '__rpow__', '__ipow__', '** or pow()'),
    ('__rshift__', '__rrshift__', '__irshift__', '>>'),
    ('__sub__', '__rsub__', '__isub__', '-'),
    ('__truediv__', '__rtruediv__', '__itruediv__', '/'),
    ('__xor__', '__rxor__', '__ixor__', '^'),
)


def _binary(op, a, b):
    """a op b, where op is the argument of BINARY_OP."""
    if op >= 13:
        name, reflected, own, sign = _OPERATORS[op - 13]
        found = type_lookup(type_of(a), own)
        if found is not _MISSING and found is not None:
            result = found(a, b) if type_of(found) is _function else _bound(found, a)(b)
            if result is not NotImplemented:
                return result
    else:
        name, reflected, own, sign = _OPERATORS[op]
    left, right = type_of(a), type_of(b)
    found = type_lookup(left, name)
    swapped = _MISSING if right is left else type_lookup(right, reflected)
    first = False
    if swapped is not _MISSING:
        if _is_sequence_operator(found, name):
            first = not _is_sequence_operator(swapped, reflected)
        else:
            first = issubclass(right, left) and type_lookup(left, reflected) is not swapped
    if first:
        result = _bound(swapped, b)(a)
        if result is not NotImplemented:
            return result
    if found is not _MISSING:
        if name == '__mul__' and _is_sequence_operator(found, name):
            return found(a, _times(b))
        result = found(a, b) if type_of(found) is _function else _bound(found, a)(b)
        if result is not NotImplemented:
            return result
    if swapped is not _MISSING and not first:
        if reflected == '__rmul__' and _is_sequence_operator(swapped, reflected):
            return swapped(b, _times(a))
        result = _bound(swapped, b)(a)
        if result is not NotImplemented:
            return result
    if op == 7 and _is_class_like(a) and _is_class_like(b):
        return _Union(a, b)
    if op >= 13:
        sign = '**=' if sign[0:2] == '**' else sign + '='
    raise TypeError("unsupported operand type(s) for %s: '%s' and '%s'" % (sign, left.__name__, right.__name__))


_SEQUENCES = (list, tuple, str, bytes)


def _is_sequence_operator(found, name):
    """Concatenation and repetition of built-in sequences come after what the other operand has to say."""
    if name != '__add__' and name != '__mul__' and name != '__rmul__':
        return False
    for sequence in _SEQUENCES:
        if found is type_lookup(sequence, name):
            return found is not _MISSING
    return False


def _times(x):
    """How often a sequence is repeated."""
    if not isinstance(x, int) and _special(x, '__index__') is None:
        raise TypeError("can't multiply sequence by non-int of type '%s'" % _name(x))
    return _integer(x)


_UNARY = (('__pos__', '+'), ('__neg__', '-'), ('__invert__', '~'))


def _unary(op, a):
    name, sign = _UNARY[op]
    method = _special(a, name)
    if method is None:
        raise TypeError("bad operand type for unary %s: '%s'" % (sign, _name(a)))
    return method()


_COMPARISONS = (
    ('__lt__', '__gt__', '<'),
    ('__le__', '__ge__', '<='),
    ('__eq__', '__eq__', '=='),
    ('__ne__', '__ne__', '!='),
    ('__gt__', '__lt__', '>'),
    ('__ge__', '__le__', '>='),
)


def _compare(op, a, b):
    """a op b, where op is the argument of COMPARE_OP."""
    name, swapped, sign = _COMPARISONS[op]
    left, right = type_of(a), type_of(b)
    found = type_lookup(left, name)
    other = type_lookup(right, swapped)
    first = right is not left and other is not _MISSING and issubclass(right, left)
    if first:
        result = other(b, a) if type_of(other) is _function else _bound(other, b)(a)
        if result is not NotImplemented:
            return result
    if found is not _MISSING and found is not None:
        result = found(a, b) if type_of(found) is _function else _bound(found, a)(b)
        if result is not NotImplemented:
            return result
    if not first and other is not _MISSING and other is not None:
        result = other(b, a) if type_of(other) is _function else _bound(other, b)(a)
        if result is not NotImplemented:
            return result
    if op == 2:
        return a is b
    if op == 3:
        return a is not b
    raise TypeError("'%s' not supported between instances of '%s' and '%s'" % (sign, left.__name__, right.__name__))


def _sequence_compare(op, a, b):
    """Two lists or two tuples whose items need Python code."""
    i = 0
    while i < _plain_length(a) and i < _plain_length(b):
        x, y = _plain_item(a, i), _plain_item(b, i)
        i += 1
        if x is y or x == y:
            continue
        if op == 2:
            return False
        if op == 3:
            return True
        return _ordered(op, x, y)
    return _ordered(op, _plain_length(a), _plain_length(b))


def _ordered(op, x, y):
    if op == 0:
        return x < y
    if op == 1:
        return x <= y
    if op == 2:
        return x == y
    if op == 3:
        return x != y
    if op == 4:
        return x > y
    return x >= y


def _container_equal(op, a, b):
    """Two dicts, sets, ranges or slices whose items need Python code."""
    if isinstance(a, dict):
        same = _equal_dicts(a, b)
    elif isinstance(a, (set, frozenset)):
        same = _set_compare(2, a, b)
    else:
        same = (a.start, a.stop, a.step) == (b.start, b.stop, b.step)
    return same if op == 2 else not same


def _equal_dicts(a, b):
    if _table_length(a) != _table_length(b):
        return False
    for key, value in dict.items(a):
        other = _lookup(b, key)
        if other is None or other[0] is not value and not value == other[0]:
            return False
    return True


def _truth(x):
    method = _special(x, '__bool__')
    if method is not None:
        result = method()
        if result is True or result is False:
            return result
        raise TypeError('__bool__ should return bool, returned ' + _name(result))
    if _special(x, '__len__') is None:
        return True
    return _len(x) > 0


def _len(x):
    method = _special(x, '__len__')
    if method is None:
        raise TypeError("object of type '%s' has no len()" % _name(x))
    length = _integer(method())
    if length < 0:
        raise ValueError('__len__() should return >= 0')
    return length


def _integer(x):
    """An int for what stands where an integer is needed."""
    if isinstance(x, int):
        return x
    method = _special(x, '__index__')
    if method is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % _name(x))
    result = method()
    if not isinstance(result, int):
        raise TypeError('__index__ returned non-int (type %s)' % _name(result))
    return result


def _hash(x):
    method = _special(x, '__hash__')
    if method is None:
        raise TypeError("unhashable type: '%s'" % _name(x))
    result = method()
    if not isinstance(result, int):
        raise TypeError('__hash__ method should return an integer')
    result = int(result)
    if -0x8000000000000000 <= result < 0x8000000000000000:
        return -2 if result == -1 else result
    return hash(result)


def _tuple_hash(items):
    return _mix_hashes([hash(item) for item in _plain_items(items)])


# ---- items -----------------------------------------------------------------------------------------------------------

def _getitem(container, key):
    method = _special(container, '__getitem__')
    if method is not None:
        return method(key)
    if isinstance(container, type):
        found = getattr(container, '__class_getitem__', None)
        if found is not None:
            return found(key)
        if container in _GENERICS:
            return _Generic(container, key)
        raise TypeError("type '%s' is not subscriptable" % container.__name__)
    raise TypeError("'%s' object is not subscriptable" % _name(container))


def _setitem(container, key, value):
    method = _special(container, '__setitem__')
    if method is None:
        raise TypeError("'%s' object does not support item assignment" % _name(container))
    method(key, value)


def _delitem(container, key):
    method = _special(container, '__delitem__')
    if method is None:
        raise TypeError("'%s' object doesn't support item deletion" % _name(container))
    method(key)


def _contains(container, item):
    found = type_lookup(type_of(container), '__contains__')
    if found is None:
        raise TypeError("'%s' object is not a container" % _name(container))
    if found is not _MISSING:
        return True if _bound(found, container)(item) else False
    try:
        iterator = iter(container)
    except TypeError:
        if _special(container, '__iter__') is not None or _special(container, '__getitem__') is not None:
            raise
        raise TypeError("argument of type '%s' is not iterable" % _name(container)) from None
    return _contains_by_walking(iterator, item)


def _contains_by_walking(iterable, item):
    for x in iterable:
        if x is item or x == item:
            return True
    return False


def _count_by_walking(iterable, item):
    count = 0
    for x in iterable:
        if x is item or x == item:
            count += 1
    return count


_INDEX_ERRORS = {'str': 'string indices must be integers', 'bytes': 'byte indices must be integers or slices'}


def _plain_key(container, key):
    """An index or a slice with ints in place of objects that have `__index__`."""
    if isinstance(key, slice):
        return slice(_slice_part(key.start), _slice_part(key.stop), _slice_part(key.step))
    if isinstance(key, int) or _special(key, '__index__') is not None:
        return _integer(key)
    for kind in (list, tuple, range, str, bytes):
        if isinstance(container, kind):
            break
    text = _INDEX_ERRORS.get(kind.__name__, kind.__name__ + ' indices must be integers or slices')
    raise TypeError(text + ', not ' + (repr(_name(key)) if kind is str else _name(key)))


def _slice_part(x):
    if x is None or isinstance(x, int):
        return x
    if _special(x, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _integer(x)


def _slice_indices(s, length):
    return slice(_slice_part(s.start), _slice_part(s.stop), _slice_part(s.step)).indices(_integer(length))


def _item_by_index(container, key):
    return _plain_item(container, _plain_key(container, key))


def _set_item_by_index(items, key, value):
    _plain_set_item(items, _plain_key(items, key), value)


def _delete_item_by_index(items, key):
    _plain_delete_item(items, _plain_key(items, key))


def _list_set_slice(items, key, values):
    key = _plain_key(items, key)
    key.indices(_plain_length(items))
    if not isinstance(values, list):
        if _special(values, '__iter__') is None and _special(values, '__getitem__') is None:
            raise TypeError('can only assign an iterable' if key.step is None or key.step == 1
                            else 'must assign iterable to extended slice')
        values = list(values)
    _plain_set_slice(items, key, values)


def _repeat_by_index(sequence, times):
    return sequence * _integer(times)


def _range_by_index(*arguments):
    return range(*[_integer(x) for x in arguments])


def _range_index(numbers, value):
    i = 0
    for x in numbers:
        if x == value:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


# ---- numbers ---------------------------------------------------------------------------------------------------------

def _abs(x):
    method = _special(x, '__abs__')
    if method is None:
        raise TypeError("bad operand type for abs(): '%s'" % _name(x))
    return method()


def _divmod(a, b):
    left, right = type_of(a), type_of(b)
    found = type_lookup(left, '__divmod__')
    other = _MISSING if left is right else type_lookup(right, '__rdivmod__')
    first = other is not _MISSING and issubclass(right, left) and type_lookup(left, '__rdivmod__') is not other
    for method, x, y in ((other if first else _MISSING, b, a), (found, a, b), (other, b, a)):
        if method is not _MISSING:
            result = _bound(method, x)(y)
            if result is not NotImplemented:
                return result
    raise TypeError("unsupported operand type(s) for divmod(): '%s' and '%s'" % (left.__name__, right.__name__))


def _pow(base, exponent, modulus):
    method = _special(base, '__pow__')
    if method is not None:
        result = method(exponent, modulus)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'"
                    % (_name(base), _name(exponent), _name(modulus)))


def round(number, ndigits=None):
    method = _special(number, '__round__')
    if method is None:
        raise TypeError("type %s doesn't define __round__ method" % _name(number))
    return method() if ndigits is None else method(ndigits)


def _bin(x):
    return bin(_integer(x))


def _oct(x):
    return oct(_integer(x))


def _hex(x):
    return hex(_integer(x))
