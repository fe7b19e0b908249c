"""Message digests. Much data is digested without the interpreter lock."""
import _hashlib
from _bytes import as_bytes
from _thread import allocate_lock

_names = {_hashlib.describe(number)[0]: number for number in range(6)}
algorithms_guaranteed = set(_names)
algorithms_available = set(_names)


def _as_bytes(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    return as_bytes(data)


class _Hash:
    def __init__(self, number, data):
        self._number = number
        self.name, self.digest_size, self.block_size = _hashlib.describe(number)
        self._progress = _hashlib.begin(number)
        self._lock = None
        self.update(data)

    def __repr__(self):
        return '<%s _hashlib.HASH object @ %#x>' % (self.name, id(self))

    def update(self, data):
        if type(data) is not bytes:
            data = _as_bytes(data)
        # Digesting much data gives the interpreter lock up, so that from then on updates exclude each other.
        if self._lock is None and len(data) > 2047:
            self._lock = allocate_lock()
        if self._lock is None:
            self._progress = _hashlib.update(self._number, self._progress, data)
        else:
            with self._lock:
                self._progress = _hashlib.update(self._number, self._progress, data)

    def digest(self):
        return _hashlib.finish(self._number, self._progress)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = _Hash(self._number, b'')
        other._progress = self._progress
        return other


def new(name, data=b'', **options):
    number = _names.get(name.lower())
    if number is None:
        raise ValueError('unsupported hash type ' + name)
    return _Hash(number, data)


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return _Hash(_names[name], string)
    make.__name__ = make.__qualname__ = 'openssl_' + name
    return make


md5 = _maker('md5')
sha1 = _maker('sha1')
sha224 = _maker('sha224')
sha256 = _maker('sha256')
sha384 = _maker('sha384')
sha512 = _maker('sha512')
