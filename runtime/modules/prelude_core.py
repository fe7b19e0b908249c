# What the interpreter asks of Python: construction, classes, generators, unpacking, calls with any iterable.

_MISSING = object()


def _construct(cls, args, kwargs):
    """type.__call__: makes an instance and initialises it."""
    instance = cls.__new__(cls, *args, **kwargs)
    kind = type_of(instance)
    if isinstance(instance, cls):
        result = type_lookup(kind, '__init__')(instance, *args, **kwargs)
        if result is not None:
            raise TypeError("__init__() should return None, not '" + type_of(result).__name__ + "'")
    return instance


def _new_type(meta, name, bases, namespace, keywords):
    """type.__new__: makes a class, tells its members their names and its parent of it."""
    if keywords is None:
        keywords = {}
    for i in range(len(bases)):
        if bases[i] in bases[:i]:
            raise TypeError('duplicate base class ' + bases[i].__name__)
    for base in bases:
        other = type_of(base)
        if other is not meta and issubclass(other, meta):
            meta = other
    if '__slots__' in namespace and isinstance(namespace['__slots__'], list):
        namespace['__slots__'] = tuple(namespace['__slots__'])
    members = dict(namespace)
    cell = members.pop('__classcell__', None)
    cls = make_type(meta, name, bases, members)
    if cell is not None:
        set_cell(cell, cls)
    for key, value in list(own_dict(cls).items()):
        hook = type_lookup(type_of(value), '__set_name__')
        if hook is not _MISSING:
            hook(value, cls, key)
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def _as_list(values):
    return [] if values is None else list(values)


def _finalize_all(values):
    """Calls the finalizers of objects in the order in which they died, each before those that it kept alive."""
    values.reverse()
    while values:
        _finalize(values.pop())
        more = _take_finalizers()
        if more is not None:
            more.reverse()
            values.extend(more)


def _finalize(value):
    """Calls `__del__`, or closes a generator; what it raises is only reported."""
    try:
        if is_generator(value):
            value.close()
        else:
            type_lookup(type_of(value), '__del__')(value)
    except BaseException as error:
        _ignored(value, error)


def _ignored(value, error):
    import traceback
    hook = type_lookup(type_of(value), '__del__')
    traceback._report('Exception ignored in: ' + repr(value if hook is _MISSING else hook) + '\n', error)


def _throw_into(iterator, error):
    """`throw` on an iterator that a generator delegates to."""
    if isinstance(error, GeneratorExit):
        close = getattr(iterator, 'close', None)
        if close is not None:
            close()
        raise error
    throw = getattr(iterator, 'throw', None)
    if throw is None:
        raise error
    return throw(error)


def _send_to(iterator, value):
    return iterator.send(value)


def _generator_close(generator):
    try:
        generator.throw(GeneratorExit())
    except (GeneratorExit, StopIteration):
        return None
    raise RuntimeError('generator ignored GeneratorExit')


def _generator_throw(generator, kind, value):
    """generator.throw(class, value), the old way."""
    if isinstance(kind, type):
        if value is None:
            value = kind()
        elif not isinstance(value, kind):
            value = kind(value)
    else:
        value = kind
    if not isinstance(value, BaseException):
        raise TypeError('exceptions must be classes or instances deriving from BaseException, not '
                        + type_of(value).__name__)
    return generator.throw(value)


def _raise(value, cause, count):
    """`raise` with a class, or from one."""
    if isinstance(value, type):
        value = value()
        if not isinstance(value, BaseException):
            raise TypeError('calling ' + repr(type_of(value)) + ' should have returned an instance of BaseException')
    elif not isinstance(value, BaseException):
        raise TypeError('exceptions must derive from BaseException')
    if count == 2:
        if isinstance(cause, type):
            cause = cause()
        raise value from cause
    raise value


def _unpack(values, count, starred):
    """A tuple of what is assigned to `count` targets; one value too many is enough to know."""
    try:
        iterator = iter(values)
    except TypeError:
        if type_lookup(type_of(values), '__iter__') is not _MISSING:
            raise
        raise TypeError('cannot unpack non-iterable ' + type_of(values).__name__ + ' object') from None
    if starred:
        return tuple(iterator)
    result = []
    for value in iterator:
        result.append(value)
        if len(result) > count:
            break
    return tuple(result)


def _call_spread(function, args, kwargs):
    """function(*args, **kwargs) for an iterable and a mapping of any kind."""
    try:
        positional = tuple(args)
    except TypeError:
        if type_lookup(type_of(args), '__iter__') is not _MISSING:
            raise
        raise TypeError(_function_name(function) + ' argument after * must be an iterable, not '
                        + type_of(args).__name__) from None
    keywords = {}
    if kwargs is not None:
        if type_lookup(type_of(kwargs), 'keys') is _MISSING:
            raise TypeError(_function_name(function) + ' argument after ** must be a mapping, not '
                            + type_of(kwargs).__name__)
        for key in kwargs.keys():
            if not isinstance(key, str):
                raise TypeError('keywords must be strings')
            keywords[key] = kwargs[key]
    return function(*positional, **keywords)


def _function_name(function):
    name = getattr(function, '__qualname__', None)
    if name is None:
        return type_of(function).__name__ + ' object'
    module = getattr(function, '__module__', None)
    if module is None or module == 'builtins':
        return name + '()'
    return module + '.' + name + '()'


def _list_extend(items, values):
    try:
        iterator = iter(values)
    except TypeError:
        if type_lookup(type_of(values), '__iter__') is not _MISSING:
            raise
        raise TypeError('Value after * must be an iterable, not ' + type_of(values).__name__) from None
    for value in iterator:
        items.append(value)


def _set_update(values, more):
    for value in more:
        values.add(value)


def _dict_update(mapping, more):
    if type_lookup(type_of(more), 'keys') is _MISSING:
        raise TypeError("'" + type_of(more).__name__ + "' object is not a mapping")
    for key in more.keys():
        mapping[key] = more[key]


def _dict_merge(mapping, more, function):
    """`**more` in a call."""
    if type_lookup(type_of(more), 'keys') is _MISSING:
        raise TypeError(_function_name(function) + ' argument after ** must be a mapping, not '
                        + type_of(more).__name__)
    for key in more.keys():
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in mapping:
            raise TypeError(_function_name(function) + " got multiple values for keyword argument '" + key + "'")
        mapping[key] = more[key]


def _build_map(items):
    result = {}
    for i in range(0, len(items), 2):
        result[items[i]] = items[i + 1]
    return result


def _format_value(value, conversion, spec):
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    return format(value, '' if spec is None else spec)


def _object_str(value):
    return type_lookup(type_of(value), '__repr__')(value)


def _object_format(value, spec):
    if spec:
        raise TypeError('unsupported format string passed to ' + type_of(value).__name__ + '.__format__')
    return str(value)


def _not_equal(a, b):
    result = type_lookup(type_of(a), '__eq__')(a, b)
    return result if result is NotImplemented else not result


def _import_star(module, namespace):
    for name in module.__all__:
        namespace[name] = getattr(module, name)


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    if mode == 'eval':
        source = '_ = (' + source.strip() + '\n)'
    elif mode != 'exec' and mode != 'single':
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    return compile_source(source, filename)


def exec(source, globals=None, locals=None, /):
    if globals is None:
        globals = _globals()
        if locals is None:
            locals = _locals()
    if '__builtins__' not in globals:
        globals['__builtins__'] = _modules()['builtins']
    code = compile(source, '<string>', 'exec') if isinstance(source, str) else source
    run_code(code, globals, globals if locals is None else locals)


def eval(source, globals=None, locals=None, /):
    if globals is None:
        globals = _globals()
        if locals is None:
            locals = _locals()
    scope = dict(globals if locals is None else locals)
    run_code(compile(source, '<string>', 'eval') if isinstance(source, str) else source, globals, scope)
    return scope.get('_')


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    scope = {}
    exec('import ' + name + (' as _' if fromlist else ''), scope)
    return scope['_' if fromlist else name.split('.')[0]]


def _getattr_hooks(value, name):
    """A class with both __getattribute__ and __getattr__."""
    try:
        return type_lookup(type_of(value), '__getattribute__')(value, name)
    except AttributeError:
        return type_lookup(type_of(value), '__getattr__')(value, name)
