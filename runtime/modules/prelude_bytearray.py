# bytearray: bytes in an object that can take on others.


def _plain_bytes(value):
    return value._data if isinstance(value, bytearray) else value


def _byte_value(value):
    if not hasattr(value, '__index__'):
        raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    value = value.__index__()
    if not 0 <= value < 256:
        raise ValueError('byte must be in range(0, 256)')
    return bytes((value,))


def _join_bytes(separator, items):
    return separator.join([bytes(item) if isinstance(item, bytearray) else item for item in items])


def _write_bytes(fd, data):
    if not isinstance(data, bytearray):
        raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
    return _write(fd, data._data)


class bytearray:
    """Bytes that can change. What does not change it, the bytes' own methods do."""

    __hash__ = None

    def __init__(self, source=b'', *encoding, **more):
        if isinstance(source, bytearray):
            self._data = source._data
        else:
            self._data = bytes(source, *encoding, **more)

    def __getattr__(self, name):
        if name == '_data' or name[:2] == '__' or not hasattr(b'', name):
            raise AttributeError("'bytearray' object has no attribute '" + name + "'")

        def method(*args, **keywords):
            result = getattr(self._data, name)(*[_plain_bytes(arg) for arg in args], **keywords)
            if type(result) is bytes:
                return bytearray(result)
            if type(result) is list or type(result) is tuple:
                return type(result)([bytearray(part) for part in result])
            return result

        return method

    @classmethod
    def fromhex(cls, text):
        return cls(bytes.fromhex(text))

    def decode(self, encoding='utf-8', errors='strict'):
        return self._data.decode(encoding, errors)

    def __bytes__(self):
        return self._data

    def __repr__(self):
        return type(self).__name__ + '(' + repr(self._data) + ')'

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        at = 0
        while at < len(self._data):
            yield self._data[at]
            at += 1

    def __contains__(self, item):
        return _plain_bytes(item) in self._data

    def __getitem__(self, key):
        if isinstance(key, slice):
            return bytearray(self._data[key])
        try:
            return self._data[key]
        except IndexError:
            raise IndexError('bytearray index out of range') from None

    def __setitem__(self, key, value):
        if not isinstance(key, slice):
            at = key.__index__()
            if at < 0:
                at += len(self._data)
            if not 0 <= at < len(self._data):
                raise IndexError('bytearray index out of range')
            self._data = self._data[:at] + _byte_value(value) + self._data[at + 1:]
            return
        items = list(self._data)
        items[key] = list(_plain_bytes(value))
        self._data = bytes(items)

    def __delitem__(self, key):
        items = list(self._data)
        try:
            del items[key]
        except IndexError:
            raise IndexError('bytearray index out of range') from None
        self._data = bytes(items)

    def __eq__(self, other):
        other = _plain_bytes(other)
        return self._data == other if isinstance(other, bytes) else NotImplemented

    def __lt__(self, other):
        other = _plain_bytes(other)
        return self._data < other if isinstance(other, bytes) else NotImplemented

    def __le__(self, other):
        other = _plain_bytes(other)
        return self._data <= other if isinstance(other, bytes) else NotImplemented

    def __gt__(self, other):
        other = _plain_bytes(other)
        return self._data > other if isinstance(other, bytes) else NotImplemented

    def __ge__(self, other):
        other = _plain_bytes(other)
        return self._data >= other if isinstance(other, bytes) else NotImplemented

    def __add__(self, other):
        other = _plain_bytes(other)
        return bytearray(self._data + other) if isinstance(other, bytes) else NotImplemented

    def __radd__(self, other):
        return other + self._data if isinstance(other, bytes) else NotImplemented

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return bytearray(self._data * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._data = self._data * count
        return self

    def __mod__(self, values):
        return bytearray(self._data % values)

    def append(self, value):
        self._data += _byte_value(value)

    def extend(self, values):
        values = _plain_bytes(values)
        self._data += values if isinstance(values, bytes) else bytes(values)

    def insert(self, at, value):
        items = list(self._data)
        items.insert(at, _byte_value(value)[0])
        self._data = bytes(items)

    def pop(self, at=-1):
        if not self._data:
            raise IndexError('pop from empty bytearray')
        items = list(self._data)
        try:
            value = items.pop(at)
        except IndexError:
            raise IndexError('pop index out of range') from None
        self._data = bytes(items)
        return value

    def remove(self, value):
        at = self._data.find(_byte_value(value))
        if at < 0:
            raise ValueError('value not found in bytearray')
        self._data = self._data[:at] + self._data[at + 1:]

    def reverse(self):
        self._data = self._data[::-1]

    def clear(self):
        self._data = b''

    def copy(self):
        return bytearray(self._data)
