# Attributes, the class statement, and what annotations are made of.


# ---- attributes and classes ------------------------------------------------------------------------------------------

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


# ---- what annotations are made of ------------------------------------------------------------------------------------

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
