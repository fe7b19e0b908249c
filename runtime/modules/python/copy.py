"""Copies, shallow and deep."""


class Error(Exception):
    pass


error = Error
_SAME = (type(None), type(...), type(NotImplemented), int, float, bool, str, bytes, range, slice, type, type(len), type(lambda: 0))


def copy(x):
    kind = type(x)
    if kind in _SAME or kind in (tuple, frozenset) or isinstance(x, type):
        return x
    if kind in (list, dict, set):
        return x.copy()
    own = getattr(kind, '__copy__', None)
    if own is not None:
        return own(x)
    return _filled(x, _empty_like(x), lambda value: value)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    kind = type(x)
    if kind in _SAME or isinstance(x, type):
        return x
    if id(x) in memo:
        return memo[id(x)]
    own = getattr(kind, '__deepcopy__', None)
    if own is not None:
        made = own(x, memo)
    elif kind is tuple:
        made = tuple([deepcopy(item, memo) for item in x])
        if all([old is new for old, new in zip(x, made)]):
            made = x
    elif kind is frozenset:
        made = frozenset([deepcopy(item, memo) for item in x])
    else:
        made = memo[id(x)] = _empty_like(x)
        _filled(x, made, lambda value: deepcopy(value, memo))
    memo[id(x)] = made
    # The original stays alive as long as its address stands for it.
    memo.setdefault(id(memo), []).append(x)
    return made


def _empty_like(x):
    kind = type(x)
    if isinstance(x, (tuple, frozenset, str, bytes, int, float)):
        for base in (tuple, frozenset, str, bytes, int, float):
            if isinstance(x, base):
                return base.__new__(kind, x)
    if isinstance(x, BaseException):
        return kind.__new__(kind, *x.args)
    return kind.__new__(kind)


def _filled(x, made, convert):
    """Gives `made` what `x` holds, each value by way of `convert`."""
    if isinstance(x, list):
        for item in list.__iter__(x):
            list.append(made, convert(item))
    elif isinstance(x, dict):
        for key, value in list(dict.items(x)):
            dict.__setitem__(made, convert(key), convert(value))
    elif isinstance(x, set):
        for item in list(x):
            set.add(made, convert(item))
    for name, value in list(getattr(x, '__dict__', {}).items()):
        made.__dict__[name] = convert(value)
    for cls in type(x).__mro__:
        for name in getattr(cls, '__slots__', ()):
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                setattr(made, name, convert(getattr(x, name)))
    return made
