# What lists, tuples, dicts and sets ask of Python code: comparisons, hashes and iterables that are written in it.


# ---- lists and tuples ------------------------------------------------------------------------------------------------

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
        if x is not value and not x == value:
            i += 1
        elif _remove_item(items, i, x):
            return
        else:  # another thread has moved it
            i = 0
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


# ---- dicts and sets --------------------------------------------------------------------------------------------------

# Other threads may change a table between any two bytecodes. So whatever is done with an entry is done by a built-in that
# is given the table's version as the search saw it, and does nothing where the table has changed: then the search begins again.

def _search(table, key, code):
    """Number of the table's entry for `key`, or -1, and the version of the table of which that is true."""
    while True:
        version = _table_version(table)
        position = 0
        while True:
            found = _table_probe(table, code, position, version)
            if found is None:
                return -1, version
            if not found:
                break
            entry, position, other = found
            if other is key or other == key and _table_version(table) == version:
                return entry, version


def _table_contains(table, key):
    return _search(table, key, hash(key))[0] >= 0


def _lookup(table, key):
    """The key's value in a tuple, or None."""
    code = hash(key)
    while True:
        entry, version = _search(table, key, code)
        if entry < 0:
            return None
        value = _table_value(table, entry, version)
        if value:
            return value


def _take(table, key):
    """Removes the key. Its value in a tuple, or None."""
    code = hash(key)
    while True:
        entry, version = _search(table, key, code)
        if entry < 0:
            return None
        value = _table_remove(table, entry, version)
        if value:
            return value


def _dict_getitem(mapping, key):
    value = _lookup(mapping, key)
    return _dict_missing(mapping, key) if value is None else value[0]


def _dict_missing(mapping, key):
    method = None if type_of(mapping) is dict else _special(mapping, '__missing__')
    if method is None:
        raise KeyError(key)
    return method(key)


def _dict_setitem(mapping, key, value):
    code = hash(key)
    while True:
        entry, version = _search(mapping, key, code)
        if entry < 0:
            done = _table_insert(mapping, key, code, value, version)
        else:
            done = _table_replace(mapping, entry, value, version)
        if done:
            return


def _dict_delitem(mapping, key):
    if _take(mapping, key) is None:
        raise KeyError(key)


def _dict_get(mapping, key, default):
    value = _lookup(mapping, key)
    return default if value is None else value[0]


def _dict_setdefault(mapping, key, default):
    code = hash(key)
    while True:
        entry, version = _search(mapping, key, code)
        if entry < 0:
            if _table_insert(mapping, key, code, default, version):
                return default
        else:
            value = _table_value(mapping, entry, version)
            if value:
                return value[0]


def _dict_pop(mapping, key, default):
    value = _take(mapping, key)
    return default if value is None else value[0]


def _dict_pop_required(mapping, key):
    value = _take(mapping, key)
    if value is None:
        raise KeyError(key)
    return value[0]


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
    while True:
        entry, version = _search(values, item, code)
        if entry >= 0 or _table_insert(values, item, code, 0, version):
            return


def _set_from(values, items):
    for item in items:
        _set_add(values, item)
    return values


def _set_init(values, items):
    for item in items:
        _set_add(values, item)


def _set_remove(values, item):
    if _take(values, item) is None:
        raise KeyError(item)


def _set_discard(values, item):
    _take(values, item)


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
        if op == 7 or _table_contains(b, item) == (op == 1):
            _set_add(result, item)
    if op == 7 or op == 12:
        for item in b:
            if op == 7 or not _table_contains(a, item):
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
        if not _table_contains(b, item):
            return False
    return True


def _set_isdisjoint(values, other):
    for item in other:
        if item in values:
            return False
    return True
