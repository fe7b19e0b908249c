# Texts of values and formatting, where Python code makes them; printing.


# ---- texts and printing ----------------------------------------------------------------------------------------------

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


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import io
    return io.open(file, mode, buffering, encoding, errors, newline, closefd, opener)


# ---- formatting: the built-in half runs again with each answer -------------------------------------------------------

def _answer(what, value, detail):
    if what == 'str':
        return str(value)
    if what == 'repr':
        return repr(value)
    if what == 'format':
        return format(value, detail)
    if what == 'getattr':
        return getattr(value, detail)
    if what == 'getitem':
        return value[detail]
    if what == 'float':
        return _to_float(value)
    if what == 'bytes':
        return _to_bytes(value)
    return _to_int(what, value, detail)


def _to_int(what, value, code):
    method = None
    if what == 'int':
        method = getattr(type(value), '__int__', None)
    if method is None:
        method = getattr(type(value), '__index__', None)
    if method is not None:
        return method(value)
    if code == 'c':
        raise TypeError('%c requires int or char')
    if code == 'd':
        raise TypeError('%d format: a real number is required, not ' + type(value).__name__)
    raise TypeError('%' + code + ' format: an integer is required, not ' + type(value).__name__)


def _to_float(value):
    method = getattr(type(value), '__float__', None)
    if method is not None:
        return method(value)
    method = getattr(type(value), '__index__', None)
    if method is not None:
        return float(method(value))
    raise TypeError('must be real number, not ' + type(value).__name__)


def _to_bytes(value):
    method = getattr(type(value), '__bytes__', None)
    if method is None:
        raise TypeError('%b requires a bytes-like object, or an object that implements __bytes__, not '
                        + repr(type(value).__name__))
    return method(value)


def _percent(template, args):
    answers = []
    while True:
        result = _percent_try(template, args, answers)
        if type(result) is not tuple:
            return result
        answers.append(_answer(*result))


def _str_format(template, args, kwargs):
    answers = []
    while True:
        result = _format_try(template, args, kwargs, answers)
        if type(result) is not tuple:
            return result
        answers.append(_answer(*result))


def _int_from(cls, value):
    kind = type(value)
    for name in ('__int__', '__index__', '__trunc__'):
        method = getattr(kind, name, None)
        if method is not None:
            result = method(value)
            if not isinstance(result, int):
                raise TypeError(name + ' returned non-int (type ' + type(result).__name__ + ')')
            return _instance(cls, result)
    raise TypeError('int() argument must be a string, a bytes-like object or a real number, not '
                    + repr(kind.__name__))


def _float_from(cls, value):
    kind = type(value)
    method = getattr(kind, '__float__', None)
    if method is not None:
        result = method(value)
        if not isinstance(result, float):
            raise TypeError(kind.__name__ + '.__float__ returned non-float (type ' + type(result).__name__ + ')')
        return _instance(cls, result)
    method = getattr(kind, '__index__', None)
    if method is None:
        raise TypeError('float() argument must be a string or a real number, not ' + repr(kind.__name__))
    return _instance(cls, float(method(value)))


def _str_from(cls, value):
    return _instance(cls, str(value))


def _bytes_from(cls, source):
    method = getattr(type(source), '__bytes__', None)
    if method is not None:
        result = method(source)
        if not isinstance(result, bytes):
            raise TypeError('__bytes__ returned non-bytes (type ' + type(result).__name__ + ')')
        return _instance(cls, result)
    method = getattr(type(source), '__index__', None)
    if method is not None:
        return _instance(cls, bytes(method(source)))
    if not hasattr(type(source), '__iter__') and not hasattr(type(source), '__getitem__'):
        raise TypeError('cannot convert ' + repr(type(source).__name__) + ' object to bytes')
    return _instance(cls, bytes([_byte(item) for item in source]))


def _byte(item):
    if isinstance(item, int):
        return item
    method = getattr(type(item), '__index__', None)
    if method is None:
        raise TypeError(repr(type(item).__name__) + ' object cannot be interpreted as an integer')
    return method(item)


def _translate(self, table):
    values = []
    for character in self:
        try:
            values.append(table[ord(character)])
        except LookupError:
            values.append(character)
    return _translated(self, values)


def _math_call(name, *args):
    import math
    return getattr(math, name)(*[value if isinstance(value, (int, float)) else _to_float(value) for value in args])


def _math_round(name, value):
    method = getattr(type(value), '__' + name + '__', None)
    if method is not None:
        return method(value)
    if name == 'trunc':
        raise TypeError('type ' + type(value).__name__ + " doesn't define __trunc__ method")
    import math
    return getattr(math, name)(_to_float(value))


def _math_iterable(name, iterable, start=1):
    if name == 'prod':
        for item in iterable:
            start = start * item
        return start
    import math
    return math.fsum([value if isinstance(value, (int, float)) else _to_float(value) for value in iterable])


def _wrapped_repr(x):
    """The repr of a built-in object that shows another one whose repr is Python code."""
    if isinstance(x, slice):
        return 'slice(' + repr(x.start) + ', ' + repr(x.stop) + ', ' + repr(x.step) + ')'
    if isinstance(x, (staticmethod, classmethod)):
        return '<' + type(x).__name__ + '(' + repr(x.__func__) + ')>'
    if hasattr(x, '__func__'):
        return '<bound method ' + x.__func__.__qualname__ + ' of ' + repr(x.__self__) + '>'
    return type(x).__name__ + '(' + repr(dict(x)) + ')'
