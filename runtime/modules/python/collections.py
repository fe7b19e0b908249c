"""Containers for special purposes."""


class defaultdict(dict):
    """A dict that makes missing values by calling `default_factory`."""

    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return 'defaultdict(%r, %s)' % (self.default_factory, dict.__repr__(self))


class OrderedDict(dict):
    """A dict whose order can be changed and counts in comparisons with another one."""

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        others = list(self.items())
        self.clear()
        self[key] = value
        self.update(others)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return 'OrderedDict(%s)' % (list(self.items()) if self else '')


class Counter(dict):
    """How often each thing occurs."""

    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def _count(self, sign, iterable, keywords):
        for source in (iterable, keywords):
            if isinstance(source, dict):
                for key, count in source.items():
                    self[key] = self[key] + sign * count
            elif source is not None:
                for key in source:
                    self[key] = self[key] + sign

    def update(self, iterable=None, /, **keywords):
        self._count(1, iterable, keywords)

    def subtract(self, iterable=None, /, **keywords):
        self._count(-1, iterable, keywords)

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[:n]

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def _combined(self, other, function):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            count = function(self[key], other[key])
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __repr__(self):
        if not self:
            return 'Counter()'
        return 'Counter({' + ', '.join(['%r: %r' % pair for pair in self.most_common()]) + '})'


class deque:
    """A list with two ends: items to the left of `_left` have gone, and are cleared away by and by."""

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError('maxlen must be non-negative')
        self._items = []
        self._left = 0
        self._maxlen = maxlen
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def _values(self):
        if self._left:
            del self._items[:self._left]
            self._left = 0
        return self._items

    def append(self, x):
        self._items.append(x)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, x):
        if self._left:
            self._left -= 1
            self._items[self._left] = x
        else:
            room = len(self._items) // 2 + 4
            self._items[0:0] = [None] * (room - 1) + [x]
            self._left = room - 1
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def extend(self, iterable):
        for x in list(iterable) if iterable is self else iterable:
            self.append(x)

    def extendleft(self, iterable):
        for x in list(iterable) if iterable is self else iterable:
            self.appendleft(x)

    def pop(self):
        if not len(self):
            raise IndexError('pop from an empty deque')
        return self._items.pop()

    def popleft(self):
        if not len(self):
            raise IndexError('pop from an empty deque')
        x = self._items[self._left]
        self._items[self._left] = None
        self._left += 1
        if self._left > 64 and self._left * 2 > len(self._items):
            self._values()
        return x

    def clear(self):
        self._items = []
        self._left = 0

    def rotate(self, n=1):
        values = self._values()
        if values:
            n %= len(values)
            values[:] = values[len(values) - n:] + values[:len(values) - n]

    def reverse(self):
        self._values().reverse()

    def remove(self, x):
        try:
            self._values().remove(x)
        except ValueError:
            raise ValueError('deque.remove(x): x not in deque') from None

    def insert(self, i, x):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        self._values().insert(i, x)

    def index(self, x, *bounds):
        return self._values().index(x, *bounds)

    def count(self, x):
        return self._values().count(x)

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def __len__(self):
        return len(self._items) - self._left

    def __iter__(self):
        size = len(self)
        for x in list(self._values()):
            if len(self) != size:
                raise RuntimeError('deque mutated during iteration')
            yield x

    def __reversed__(self):
        return iter(self._values()[::-1])

    def __contains__(self, x):
        return x in self._values()

    def _at(self, i):
        i = i.__index__()
        if i < 0:
            i += len(self)
        if not 0 <= i < len(self):
            raise IndexError('deque index out of range')
        return self._left + i

    def __getitem__(self, i):
        return self._items[self._at(i)]

    def __setitem__(self, i, x):
        self._items[self._at(i)] = x

    def __delitem__(self, i):
        del self._items[self._at(i)]

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __add__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return type(self)(list(self) + list(other), self._maxlen)

    def __mul__(self, n):
        return type(self)(self._values() * n, self._maxlen)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._values() == other._values() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._values() < other._values() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._values() <= other._values() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        end = '' if self._maxlen is None else ', maxlen=%d' % self._maxlen
        return 'deque(' + repr([x if x is not self else ... for x in self._values()]) + end + ')'


def _field(i):
    return property(lambda self: tuple.__getitem__(self, i))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = []
    for i, name in enumerate(field_names):
        if rename and (not name.isidentifier() or name.startswith('_') or name in fields):
            name = '_%d' % i
        elif not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        elif name.startswith('_'):
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        elif name in fields:
            raise ValueError('Encountered duplicate field name: %r' % name)
        fields.append(name)
    fields = tuple(fields)
    values = tuple(defaults or ())
    known = dict(zip(fields[len(fields) - len(values):], values))

    def __new__(cls, *args, **keywords):
        if len(args) > len(fields):
            least = 'from %d to ' % (len(fields) - len(known) + 1) if known else ''
            raise TypeError('%s.__new__() takes %s%d positional arguments but %d were given'
                            % (typename, least, len(fields) + 1, len(args) + 1))
        found = {**known, **dict(zip(fields, args))}
        for name, value in keywords.items():
            if name not in fields:
                raise TypeError('%s.__new__() got an unexpected keyword argument %r' % (typename, name))
            if name in fields[:len(args)]:
                raise TypeError('%s.__new__() got multiple values for argument %r' % (typename, name))
            found[name] = value
        missing = [name for name in fields if name not in found]
        if missing:
            raise TypeError('%s.__new__() missing %d required positional argument%s: %s' % (
                typename, len(missing), '' if len(missing) == 1 else 's', _listing([repr(name) for name in missing])))
        return tuple.__new__(cls, [found[name] for name in fields])

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join(['%s=%r' % pair for pair in zip(fields, self)]) + ')'

    def _replace(self, /, **keywords):
        result = self._make([keywords.pop(name, value) for name, value in zip(fields, self)])
        if keywords:
            raise ValueError('Got unexpected field names: %r' % list(keywords))
        return result

    members = {name: _field(i) for i, name in enumerate(fields)}
    members.update(
        __slots__=(), _fields=fields, _field_defaults=known, __new__=__new__, __repr__=__repr__, _replace=_replace,
        _make=classmethod(lambda cls, iterable: cls(*iterable)), _asdict=lambda self: dict(zip(fields, self)),
        __getnewargs__=lambda self: tuple(self), __match_args__=fields)
    if module is not None:
        members['__module__'] = module
    return type(typename, (tuple,), members)


def _listing(names):
    return names[0] if len(names) == 1 else ', '.join(names[:-1]) + ' and ' + names[-1] if len(names) == 2 else \
        ', '.join(names[:-1]) + ', and ' + names[-1]
