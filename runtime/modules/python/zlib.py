"""Compression in the zlib format, without the interpreter lock; checksums."""
import _zlib
from _bytes import as_bytes

MAX_WBITS = 15
DEFLATED = 8
DEF_MEM_LEVEL = 8
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY = 0
Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 2, 3, 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.3'


class error(Exception):
    pass


def crc32(data, value=0):
    return _zlib.crc32(as_bytes(data), value)


def adler32(data, value=1):
    return _zlib.adler32(as_bytes(data), value)


def compress(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS):
    result = _zlib.compress(as_bytes(data), level)
    if result is None:
        raise error('Bad compression level')
    return result


def decompress(data, /, wbits=MAX_WBITS, bufsize=16384):
    result = _zlib.decompress(as_bytes(data))
    if result is None:
        raise error('Error -3 while decompressing data: incorrect header check')
    if not result[2]:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return result[0]


class _Compressor:
    """Keeps what comes and compresses it at the end."""

    def __init__(self, level):
        self._level = level
        self._parts = []

    def compress(self, data):
        self._parts.append(as_bytes(data))
        return b''

    def flush(self, mode=Z_FINISH):
        return compress(b''.join(self._parts), self._level) if mode == Z_FINISH else b''

    def copy(self):
        other = _Compressor(self._level)
        other._parts = list(self._parts)
        return other


class _Decompressor:
    """Gives what the stream so far holds, as it comes."""

    def __init__(self):
        self._stream = b''
        self._given = 0
        self.eof = False
        self.unused_data = b''
        self.unconsumed_tail = b''

    def decompress(self, data, max_length=0):
        data = as_bytes(data)
        if self.eof:
            self.unused_data += data
            return b''
        self._stream += self.unconsumed_tail + data
        self.unconsumed_tail = b''
        if len(self._stream) < 2:
            return b''
        result = _zlib.decompress(self._stream)
        if result is None:
            raise error('Error -3 while decompressing data: incorrect header check')
        output, used, complete = result
        if complete:
            self.eof = True
            self.unused_data = self._stream[used:]
        output = output[self._given:]
        self._given += len(output)
        return output

    def flush(self, length=16384):
        return b''


def compressobj(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return _Compressor(level)


def decompressobj(wbits=MAX_WBITS, zdict=b''):
    return _Decompressor()
