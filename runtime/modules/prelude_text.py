# Formatting of values whose text is made by Python code. The built-in half runs again with each answer.


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
