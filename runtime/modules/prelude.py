# The built-in operations on values whose special methods are written in Python, and the built-in functions that call
# back. A built-in that cannot answer by itself ends with a call of one of these.

def _function():
    pass


_function = type_of(_function)


def _name(x):
    return type_of(x).__name__


# ---- operators ---------------------------------------------------------------------------------------------------------

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
        entry = _find(b, key)
        if entry < 0:
            return False
        other = _table_value(b, entry)
        if other is not value and not value == other:
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


# ---- items -------------------------------------------------------------------------------------------------------------

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


# ---- lists and tuples --------------------------------------------------------------------------------------------------

def _extend_list(items, values):
    for x in values:
        _plain_append(items, x)


def _list_from(items, values):
    for x in values:
        _plain_append(items, x)
    return items


def _list_add_in_place(items, values):
    for x in values:
        _plain_append(items, x)
    return items


def _tuple_from(cls, values):
    return _tuple_of_class(cls, [x for x in values])


def _with_list(function, position, *arguments):
    """Calls a built-in with a list in the place of an iterable that only Python code can walk."""
    return function(*arguments[:position], list(arguments[position]), *arguments[position + 1:])


def _sequence_index(sequence, value, start, stop):
    i = start
    while i < stop and i < _plain_length(sequence):
        x = _plain_item(sequence, i)
        if x is value or x == value:
            return i
        i += 1
    if isinstance(sequence, tuple):
        raise ValueError('tuple.index(x): x not in tuple')
    raise ValueError(repr(value) + ' is not in list')


def _sequence_count(sequence, value):
    return _count_by_walking(_plain_items(sequence), value)


def _sequence_contains(sequence, value):
    return _contains_by_walking(_plain_items(sequence), value)


def _list_remove(items, value):
    i = 0
    while i < _plain_length(items):
        x = _plain_item(items, i)
        if x is value or x == value:
            _plain_delete_item(items, i)
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')


def _list_sort(items, key, reverse):
    """list.sort where the keys come from Python code, or only Python code can compare them."""
    values = _plain_items(items)
    _replace_items(items, [])
    try:
        keys = values if key is None else [key(x) for x in values]
        if keys is values:
            keys = _plain_items(values)
        if not _sort_by(values, keys, 1 if reverse else 0):
            values = _merge_sort(values, keys, reverse)
        if _plain_length(items):
            raise ValueError('list modified during sort')
    finally:
        _replace_items(items, values)


def _sorted(values, key, reverse):
    result = list(values)
    _list_sort(result, key, reverse)
    return result


def _merge_sort(values, keys, reverse):
    """Stable, by `<` alone: sorts pieces of 32 by insertion, then merges them two by two."""
    pairs = list(zip(keys, values))
    if reverse:
        pairs.reverse()
    size = 32 if len(pairs) >= 64 else 64
    runs = [_insertion_sort(pairs[i:i + size]) for i in range(0, len(pairs), size)]
    while len(runs) > 1:
        runs = [_merge(runs[i], runs[i + 1]) if i + 1 < len(runs) else runs[i] for i in range(0, len(runs), 2)]
    result = [pair[1] for pair in runs[0]] if runs else []
    if reverse:
        result.reverse()
    return result


def _first_run(pairs):
    """How many pairs at the beginning are in order; a falling run is turned round first."""
    if len(pairs) < 2:
        return len(pairs)
    end = 2
    if pairs[1][0] < pairs[0][0]:
        while end < len(pairs) and pairs[end][0] < pairs[end - 1][0]:
            end += 1
        pairs[:end] = pairs[:end][::-1]
    else:
        while end < len(pairs) and not pairs[end][0] < pairs[end - 1][0]:
            end += 1
    return end


def _insertion_sort(pairs):
    for i in range(_first_run(pairs), len(pairs)):
        pair = pairs[i]
        low, high = 0, i
        while low < high:
            middle = (low + high) // 2
            if pair[0] < pairs[middle][0]:
                high = middle
            else:
                low = middle + 1
        del pairs[i]
        pairs.insert(low, pair)
    return pairs


def _merge(left, right):
    result = []
    i = k = 0
    while i < len(left) and k < len(right):
        if right[k][0] < left[i][0]:
            result.append(right[k])
            k += 1
        else:
            result.append(left[i])
            i += 1
    result.extend(left[i:])
    result.extend(right[k:])
    return result


# ---- dicts and sets ----------------------------------------------------------------------------------------------------

def _find(table, key):
    """Number of the table's entry for `key`, or -1."""
    return _find_hashed(table, key, hash(key))


def _find_hashed(table, key, code):
    while True:
        version = _table_version(table)
        position = 0
        while True:
            found = _table_probe(table, code, position)
            if found is None:
                return -1
            entry, position = found
            other = _table_key(table, entry)
            if other is key:
                return entry
            same = other == key
            if _table_version(table) != version:
                break
            if same:
                return entry


def _table_contains(table, key):
    return _find(table, key) >= 0


def _dict_getitem(mapping, key):
    entry = _find(mapping, key)
    return _dict_missing(mapping, key) if entry < 0 else _table_value(mapping, entry)


def _dict_missing(mapping, key):
    method = None if type_of(mapping) is dict else _special(mapping, '__missing__')
    if method is None:
        raise KeyError(key)
    return method(key)


def _dict_setitem(mapping, key, value):
    code = hash(key)
    entry = _find_hashed(mapping, key, code)
    if entry < 0:
        _table_insert(mapping, key, code, value)
    else:
        _table_replace(mapping, entry, value)


def _dict_delitem(mapping, key):
    entry = _find(mapping, key)
    if entry < 0:
        raise KeyError(key)
    _table_remove(mapping, entry)


def _dict_get(mapping, key, default):
    entry = _find(mapping, key)
    return default if entry < 0 else _table_value(mapping, entry)


def _dict_setdefault(mapping, key, default):
    code = hash(key)
    entry = _find_hashed(mapping, key, code)
    if entry >= 0:
        return _table_value(mapping, entry)
    _table_insert(mapping, key, code, default)
    return default


def _dict_pop(mapping, key, default):
    entry = _find(mapping, key)
    if entry < 0:
        return default
    value = _table_value(mapping, entry)
    _table_remove(mapping, entry)
    return value


def _dict_pop_required(mapping, key):
    if _find(mapping, key) < 0:
        raise KeyError(key)
    return _dict_pop(mapping, key, None)


def _dict_fromkeys(cls, keys, value):
    result = cls()
    for key in keys:
        result[key] = value
    return result


def _dict_or(a, b):
    result = dict.copy(a)
    _update_dict(result, b, False)
    return result


def _update_dict(mapping, source, answer, keywords=None):
    """dict.update; gives the dict back when it is to be the answer."""
    if isinstance(source, dict) and type_lookup(type_of(source), 'keys') is type_lookup(dict, 'keys'):
        for key, value in dict.items(source):
            dict.__setitem__(mapping, key, value)
    elif hasattr(source, 'keys'):
        for key in source.keys():
            dict.__setitem__(mapping, key, source[key])
    else:
        _update_from_pairs(mapping, source)
    if keywords is not None:
        for key, value in dict.items(keywords):
            dict.__setitem__(mapping, key, value)
    return mapping if answer else None


def _update_from_pairs(mapping, pairs):
    number = 0
    for pair in pairs:
        if _special(pair, '__iter__') is None and _special(pair, '__getitem__') is None:
            raise TypeError('cannot convert dictionary update sequence element #%d to a sequence' % number)
        pair = list(pair)
        if len(pair) != 2:
            raise ValueError('dictionary update sequence element #%d has length %d; 2 is required'
                             % (number, len(pair)))
        dict.__setitem__(mapping, pair[0], pair[1])
        number += 1


def _set_add(values, item):
    code = hash(item)
    if _find_hashed(values, item, code) < 0:
        _table_insert(values, item, code, 0)


def _set_from(values, items):
    for item in items:
        _set_add(values, item)
    return values


def _set_init(values, items):
    for item in items:
        _set_add(values, item)


def _set_remove(values, item):
    entry = _find(values, item)
    if entry < 0:
        raise KeyError(item)
    _table_remove(values, entry)


def _set_discard(values, item):
    entry = _find(values, item)
    if entry >= 0:
        _table_remove(values, entry)


def _as_set(values):
    if isinstance(values, (set, frozenset)):
        return values
    return _set_from(_new_table(set), values)


def _set_operation(op, a, b):
    """a & b, a | b, a - b, a ^ b for sets whose items need Python code; op as in BINARY_OP."""
    kind = frozenset if isinstance(a, frozenset) else set
    order = (isinstance(a, (set, frozenset)), isinstance(b, (set, frozenset)))
    a, b = _as_set(a), _as_set(b)
    # Of two equal items an intersection keeps that of the smaller set, or of what is no set.
    if op == 1 and (not order[1] or _table_length(b) < _table_length(a) + order[0]):
        a, b = b, a
    result = _new_table(kind)
    for item in a:
        if op == 7 or (_find(b, item) >= 0) == (op == 1):
            _set_add(result, item)
    if op == 7 or op == 12:
        for item in b:
            if op == 7 or _find(a, item) < 0:
                _set_add(result, item)
    return result


def _set_operation_in_place(op, values, other):
    if op == 7:
        return _set_from(values, other)
    result = _set_operation(op, values, other)
    set.clear(values)
    return _set_from(values, result)


def _set_combine(op, values, others):
    result = values.copy()
    for other in others:
        result = _set_operation(op, result, other)
    return result


def _set_change(op, values, others):
    for other in others:
        _set_operation_in_place(op, values, other)


def _set_compare(op, a, b):
    a, b = _as_set(a), _as_set(b)
    n, m = _table_length(a), _table_length(b)
    if op == 2:
        return n == m and _is_subset(a, b)
    if op == 3:
        return n != m or not _is_subset(a, b)
    if op == 0:
        return n < m and _is_subset(a, b)
    if op == 1:
        return _is_subset(a, b)
    if op == 4:
        return m < n and _is_subset(b, a)
    return _is_subset(b, a)


def _is_subset(a, b):
    for item in a:
        if _find(b, item) < 0:
            return False
    return True


def _set_isdisjoint(values, other):
    for item in other:
        if item in values:
            return False
    return True


# ---- text --------------------------------------------------------------------------------------------------------------

def _repr(x):
    result = type_lookup(type_of(x), '__repr__')
    result = result(x) if type_of(result) is _function else _bound(result, x)()
    if not isinstance(result, str):
        raise TypeError('__repr__ returned non-string (type %s)' % _name(result))
    return result


def _method_repr(method):
    return '<bound method %s of %s>' % (method.__func__.__qualname__, repr(method.__self__))


def _str(x):
    result = type_lookup(type_of(x), '__str__')
    result = _repr(x) if result is _MISSING else _bound(result, x)()
    if not isinstance(result, str):
        raise TypeError('__str__ returned non-string (type %s)' % _name(result))
    return result


def _ascii(x):
    return _escape(repr(x))


def _format(x, spec):
    result = _special(x, '__format__')(spec)
    if not isinstance(result, str):
        raise TypeError('__format__ must return a str, not ' + _name(result))
    return result


def _container_repr(x):
    """The repr of a built-in container whose items need Python code."""
    if not _begin_repr(x):
        return '[...]' if isinstance(x, list) else '{...}' if isinstance(x, dict) else '(...)' if isinstance(x, tuple) else \
            _name(x) + '(...)'
    try:
        if isinstance(x, list):
            return '[' + ', '.join([repr(item) for item in _plain_items(x)]) + ']'
        if isinstance(x, tuple):
            items = [repr(item) for item in _plain_items(x)]
            return '(' + items[0] + ',)' if len(items) == 1 else '(' + ', '.join(items) + ')'
        if isinstance(x, dict):
            return '{' + ', '.join([repr(key) + ': ' + repr(value) for key, value in list(dict.items(x))]) + '}'
        items = ', '.join([repr(item) for item in list(x)])
        if type_of(x) is set:
            return '{' + items + '}'
        if isinstance(x, (set, frozenset)):
            return _name(x) + '({' + items + '})'
        return _name(x) + '([' + items + '])'
    finally:
        _end_repr(x)


def _print(arguments, separator, ending, stream, flush):
    if stream is None:
        import sys
        stream = sys.stdout
        if stream is None:
            return
    write = stream.write
    first = True
    for x in arguments:
        if not first:
            write(separator)
        first = False
        write(str(x))
    write(ending)
    if flush:
        stream.flush()


def _print_text(stream, text, flush):
    stream.write(text)
    if flush:
        stream.flush()


def input(prompt='', /):
    import sys
    if prompt != '':
        sys.stdout.write(str(prompt))
        sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line


def open(file, mode='r', *arguments, **options):
    raise OSError('open(%r): programs read and write through os.open, sockets and the standard streams' % (file,))


# ---- iteration ---------------------------------------------------------------------------------------------------------

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


# ---- numbers -----------------------------------------------------------------------------------------------------------

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


# ---- attributes and classes --------------------------------------------------------------------------------------------

def _getattr_or(x, name, default):
    try:
        return _getattr(x, name)
    except AttributeError:
        return default


def _hasattr(x, name):
    try:
        _getattr(x, name)
    except AttributeError:
        return False
    return True


def vars(*arguments):
    if not arguments:
        return locals()
    try:
        return arguments[0].__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def dir(*arguments):
    if not arguments:
        return sorted(locals())
    x = arguments[0]
    method = type_lookup(type_of(x), '__dir__')
    if method is not _MISSING and type_of(method) is _function:
        return sorted(method(x))
    return sorted(_names_of(x))


def _names_of(x):
    names = set()
    if isinstance(x, type):
        kinds = x.__mro__
    else:
        kinds = type_of(x).__mro__
        try:
            names.update(x.__dict__)
        except AttributeError:
            pass
        if type_of(x) is type_of(_modules()['builtins']):
            return names
    for kind in kinds:
        names.update(own_dict(kind))
    return names


def _isinstance(x, classes):
    if isinstance(classes, tuple):
        for cls in classes:
            if isinstance(x, cls):
                return True
        return False
    method = type_lookup(type_of(classes), '__instancecheck__')
    if method is not _MISSING and type_of(method) is _function:
        return True if method(classes, x) else False
    if not isinstance(classes, type):
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    return classes in type_of(x).__mro__


def _issubclass(cls, classes):
    if isinstance(classes, tuple):
        for other in classes:
            if issubclass(cls, other):
                return True
        return False
    method = type_lookup(type_of(classes), '__subclasscheck__')
    if method is not _MISSING and type_of(method) is _function:
        return True if method(classes, cls) else False
    if not isinstance(cls, type):
        raise TypeError('issubclass() arg 1 must be a class')
    if not isinstance(classes, type):
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return classes in cls.__mro__


def __build_class__(function, name, /, *bases, **keywords):
    """The class statement."""
    original = bases
    bases = _resolve_bases(bases)
    if 'metaclass' in keywords:
        meta = keywords.pop('metaclass')
    else:
        meta = type_of(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    cell = exec_body(function, namespace)
    if cell is not None:
        namespace['__classcell__'] = cell
    if bases is not original:
        namespace['__orig_bases__'] = original
    return meta(name, bases, namespace, **keywords)


def _resolve_bases(bases):
    resolved = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
        if entries is None:
            resolved.append(base)
        else:
            changed = True
            resolved.extend(entries(bases))
    return tuple(resolved) if changed else bases


def _most_derived(meta, bases):
    for base in bases:
        other = type_of(base)
        if issubclass(meta, other):
            continue
        if not issubclass(other, meta):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the '
                            'metaclasses of all its bases')
        meta = other
    return meta


# The class statement finds it among the builtins, where the preludes' names come only after the last of them has run.
_modules()['builtins'].__build_class__ = __build_class__


# ---- what annotations are made of --------------------------------------------------------------------------------------

def _class_name(x):
    if isinstance(x, type):
        return x.__qualname__ if x.__module__ == 'builtins' else x.__module__ + '.' + x.__qualname__
    return '...' if x is ... else repr(x)


class _Generic:
    """list[int] and the like."""

    def __init__(self, origin, arguments):
        self.__origin__ = origin
        self.__args__ = arguments if isinstance(arguments, tuple) else (arguments,)

    def __repr__(self):
        return _class_name(self.__origin__) + '[' + ', '.join([_class_name(x) for x in self.__args__]) + ']'

    def __call__(self, *arguments, **keywords):
        return self.__origin__(*arguments, **keywords)

    def __eq__(self, other):
        if not isinstance(other, _Generic):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __or__(self, other):
        return _Union(self, other)

    def __ror__(self, other):
        return _Union(other, self)


_Generic.__name__ = _Generic.__qualname__ = 'GenericAlias'
_GENERICS = (list, tuple, dict, set, frozenset, type)


def _is_class_like(x):
    return x is None or isinstance(x, (type, _Generic, _Union))


class _Union:
    """int | str."""

    def __init__(self, *members):
        self.__args__ = ()
        for member in members:
            for x in member.__args__ if isinstance(member, _Union) else (member,):
                if x is None:
                    x = type_of(None)
                if x not in self.__args__:
                    self.__args__ += (x,)

    def __repr__(self):
        return ' | '.join(['None' if x is type_of(None) else _class_name(x) for x in self.__args__])

    def __instancecheck__(self, x):
        return isinstance(x, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __or__(self, other):
        return _Union(self, other)

    def __ror__(self, other):
        return _Union(other, self)

    def __eq__(self, other):
        if not isinstance(other, _Union):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))
