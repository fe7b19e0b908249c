"""Streams of text and bytes: standard output, files, and buffers in memory."""
import _io
import _os
from _bytes import as_bytes

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _Stream:
    """What all streams share."""

    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def fileno(self):
        self._unsupported('fileno')

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def flush(self):
        self._check()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines


class TextWriter(_Stream):
    """Text on a descriptor. What ends a line goes out at once, and gives the interpreter lock up."""

    encoding = 'utf-8'
    newlines = None
    line_buffering = True

    def __init__(self, fd, name, errors):
        self._fd = fd
        self._parts = []
        self.name = name
        self.mode = 'w'
        self.errors = errors

    def __repr__(self):
        return "<_io.TextIOWrapper name='%s' mode='w' encoding='utf-8'>" % self.name

    @property
    def buffer(self):
        return _BytesWriter(self)

    def write(self, text):
        if self.closed:
            self._check()
        _io.write(self._parts, text, self._fd)
        return len(text)

    def flush(self):
        self._check()
        _io.flush(self._parts, self._fd)

    def fileno(self):
        return self._fd

    def isatty(self):
        return _os.isatty(self._fd)

    def writable(self):
        return True

    def reconfigure(self, **options):
        self.flush()


class _BytesWriter(_Stream):
    """The bytes below a stream of text."""

    def __init__(self, text):
        self._text = text
        self.name = text.name
        self.mode = 'wb'

    def write(self, data):
        data = as_bytes(data)
        self._text.flush()
        done = 0
        while done < len(data):
            done += _os.write(self._text._fd, data[done:])
        return len(data)

    def flush(self):
        self._text.flush()

    def fileno(self):
        return self._text._fd

    def isatty(self):
        return self._text.isatty()

    def writable(self):
        return True


class BytesReader(_Stream):
    """Bytes from a source, a function that gives some more of them and b'' at the end."""

    def __init__(self, source, name, fd=-1):
        self._source = source
        self._rest = b''
        self._fd = fd
        self.name = name
        self.mode = 'rb'

    def readable(self):
        return True

    def fileno(self):
        return self._fd

    def isatty(self):
        return _os.isatty(self._fd)

    def read(self, size=-1):
        self._check()
        if size is None:
            size = -1
        parts = [self._rest]
        count = len(self._rest)
        while size < 0 or count < size:
            part = self._source(DEFAULT_BUFFER_SIZE if size < 0 else max(size - count, DEFAULT_BUFFER_SIZE))
            if not part:
                break
            parts.append(part)
            count += len(part)
        data = b''.join(parts)
        if size < 0:
            self._rest = b''
            return data
        self._rest = data[size:]
        return data[:size]

    def read1(self, size=-1):
        self._check()
        if not self._rest:
            self._rest = self._source(DEFAULT_BUFFER_SIZE)
        data = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(data):]
        return data

    def readline(self, size=-1):
        self._check()
        rest = self._rest
        searched = 0
        while True:
            at = rest.find(b'\n', searched)
            if at >= 0 or 0 <= size <= len(rest):
                break
            searched = len(rest)
            part = self._source(DEFAULT_BUFFER_SIZE)
            if not part:
                break
            rest += part
        end = len(rest) if at < 0 else at + 1
        if 0 <= size < end:
            end = size
        self._rest = rest[end:]
        return rest[:end]


def _complete(data):
    """How many of the bytes are whole characters of UTF-8."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 128:
            break
        if byte >= 192:
            need = 2 if byte < 224 else 3 if byte < 240 else 4
            return len(data) - back if need > back else len(data)
    return len(data)


class TextReader(_Stream):
    """Text from a stream of bytes; all ends of lines are read as '\\n'."""

    encoding = 'utf-8'
    newlines = None

    def __init__(self, buffer, name, errors='strict'):
        self.buffer = buffer
        self._text = ''
        self._bytes = b''
        self.errors = errors
        self.name = name
        self.mode = 'r'

    def readable(self):
        return True

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def close(self):
        if not self.closed:
            self.closed = True
            self.buffer.close()

    def _more(self):
        """Decodes some more. False at the end."""
        data = self.buffer.read1()
        all_data = self._bytes + data
        # A '\r' may be the first half of an end of line.
        end = _complete(all_data) if data else len(all_data)
        if data and all_data[end - 1:end] == b'\r':
            end -= 1
        self._bytes = all_data[end:]
        text = all_data[:end].decode('utf-8', self.errors)
        if '\r' in text:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        self._text += text
        return bool(data)

    def _take(self, end):
        text = self._text[:end]
        self._text = self._text[end:]
        return text

    def read(self, size=-1):
        self._check()
        if size is None or size < 0:
            while self._more():
                pass
            return self._take(len(self._text))
        while len(self._text) < size and self._more():
            pass
        return self._take(size)

    def readline(self, size=-1):
        self._check()
        searched = 0
        while True:
            at = self._text.find('\n', searched)
            if at >= 0 or 0 <= size <= len(self._text):
                break
            searched = len(self._text)
            if not self._more():
                break
        end = len(self._text) if at < 0 else at + 1
        return self._take(min(end, size) if size >= 0 else end)


class _Memory(_Stream):
    """A stream in memory: a value, and a position in it."""

    def __init__(self, initial):
        self._value = initial
        self._at = 0

    def readable(self):
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check()
        return self._value

    def write(self, data):
        self._check()
        data = self._data(data)
        value = self._value
        if self._at == len(value):
            self._value = value + data
        else:
            if self._at > len(value):
                value += self._empty_fill * (self._at - len(value))
            self._value = value[:self._at] + data + value[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def read(self, size=-1):
        self._check()
        end = len(self._value) if size is None or size < 0 else self._at + size
        data = self._value[self._at:end]
        self._at += len(data)
        return data

    def readline(self, size=-1):
        self._check()
        at = self._value.find(self._newline, self._at)
        end = len(self._value) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = self._value[self._at:end]
        self._at += len(data)
        return data

    def tell(self):
        return self._at

    def seek(self, offset, whence=SEEK_SET):
        self._check()
        base = (0, self._at, len(self._value))[whence]
        if base + offset < 0:
            raise ValueError('Negative seek position %d' % (base + offset))
        self._at = base + offset
        return self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._value = self._value[:size]
        return size


class StringIO(_Memory):
    _newline = '\n'
    _empty_fill = '\0'
    encoding = errors = newlines = None

    def __init__(self, initial_value='', newline='\n'):
        _Memory.__init__(self, initial_value or '')

    def _data(self, text):
        if not isinstance(text, str):
            raise TypeError("string argument expected, got '%s'" % type(text).__name__)
        return text


class BytesIO(_Memory):
    _newline = b'\n'
    _empty_fill = b'\0'
    _data = staticmethod(as_bytes)

    def __init__(self, initial_bytes=b''):
        _Memory.__init__(self, as_bytes(initial_bytes) if initial_bytes else b'')

    getbuffer = _Memory.getvalue


class _BoundMethod:
    def method(self):
        pass


_bound = type(_BoundMethod().method)


class _Owner:
    """What files share that own their descriptor."""

    _closefd = True
    closefd = property(lambda self: self._closefd)

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        self._check()
        return _os.isatty(self._fd)

    def seekable(self):
        return True

    def tell(self):
        self.flush()
        return _os.lseek(self._fd, 0, SEEK_CUR)

    def seek(self, offset, whence=SEEK_SET):
        self.flush()
        return _os.lseek(self._fd, offset, whence)

    def close(self):
        if self.closed:
            return
        try:
            self.flush()
        finally:
            self.closed = True
            if self._closefd:
                _os.close(self._fd)

    def __del__(self):
        self.close()


class FileIO(_Owner, _Stream):
    """A file without a buffer: each read and each write is a call of the system."""

    def __init__(self, fd, name, mode, closefd):
        self._fd = fd
        self._closefd = closefd
        self.name = name
        self.mode = mode
        self._reads = mode == 'rb'

    def __repr__(self):
        return '<_io.FileIO name=%r mode=%r closefd=%r>' % (self.name, self.mode, self._closefd)

    def readable(self):
        return self._reads

    def writable(self):
        return not self._reads

    def write(self, data):
        self._check()
        if self._reads:
            self._unsupported('not writable')
        return _os.write(self._fd, as_bytes(data))

    def read(self, size=-1):
        self._check()
        if not self._reads:
            self._unsupported('not readable')
        if size is not None and size >= 0:
            return _os.read(self._fd, size)
        parts = []
        part = _os.read(self._fd, DEFAULT_BUFFER_SIZE)
        while part:
            parts.append(part)
            part = _os.read(self._fd, DEFAULT_BUFFER_SIZE)
        return b''.join(parts)


class _FileWriter(_Owner, _Stream):
    """A file with a buffer, which `write` fills by one built-in call; only emptying it gives the interpreter lock up."""

    def __init__(self, fd, name, mode, closefd, size, by_line, write):
        self._fd = fd
        self._closefd = closefd
        self.name = name
        self.mode = mode
        self._held = [fd, size, int(by_line), 0]
        self.write = _bound(write, self._held)

    def writable(self):
        return True

    def read(self, size=-1):
        self._check()
        self._unsupported('not readable')

    readline = read

    def flush(self):
        self._check()
        _io.flush_file(self._held)

    def close(self):
        _Owner.close(self)
        self._held[0] = -1


class _TextFileWriter(_FileWriter):
    encoding = 'utf-8'
    errors = 'strict'
    newlines = None
    line_buffering = property(lambda self: self._held[2] == 1)

    def __repr__(self):
        return '<_io.TextIOWrapper name=%r mode=%r encoding=%r>' % (self.name, self.mode, self.encoding)


def _write_bytes(held, data):
    return _io.write_bytes(held, as_bytes(data))


class BufferedWriter(_FileWriter):
    def __repr__(self):
        return '<_io.BufferedWriter name=%r>' % (self.name,)


class BufferedReader(_Owner, BytesReader):
    def __init__(self, fd, name, closefd):
        BytesReader.__init__(self, lambda size: _os.read(fd, size), name, fd)
        self._closefd = closefd

    def __repr__(self):
        return '<_io.BufferedReader name=%r>' % (self.name,)

    def write(self, data):
        self._check()
        self._unsupported('write')

    def tell(self):
        self._check()
        return _os.lseek(self._fd, 0, SEEK_CUR) - len(self._rest)

    def seek(self, offset, whence=SEEK_SET):
        if whence == SEEK_CUR:
            offset += self.tell()
            whence = SEEK_SET
        self._check()
        self._rest = b''
        return _os.lseek(self._fd, offset, whence)


class _TextFileReader(TextReader):
    def __repr__(self):
        return '<_io.TextIOWrapper name=%r mode=%r encoding=%r>' % (self.name, self.mode, self.encoding)

    def write(self, text):
        self._check()
        self._unsupported('not writable')

    def seekable(self):
        return True

    def seek(self, offset, whence=SEEK_SET):
        self._check()
        self._text = ''
        self._bytes = b''
        return self.buffer.seek(offset, whence)


def _flags(kind):
    import os
    return {'r': os.O_RDONLY, 'w': os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 'x': os.O_WRONLY | os.O_CREAT | os.O_EXCL,
            'a': os.O_WRONLY | os.O_CREAT | os.O_APPEND}[kind]


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file that is read or written, not both; text is UTF-8. Other encodings and ends of lines are not there."""
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not " + type(mode).__name__)
    letters = set(mode)
    kinds = letters & set('rwxa')
    if letters - set('rwxabt') or len(letters) < len(mode):
        raise ValueError("invalid mode: '%s'" % mode)
    if 'b' in letters and 't' in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    binary = 'b' in letters
    if binary and (encoding or errors or newline):
        raise ValueError("binary mode doesn't take an encoding argument")
    if not binary and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if encoding is not None and encoding.lower().replace('_', '-') not in ('utf-8', 'utf8', 'ascii'):
        raise LookupError('unknown encoding: ' + encoding)
    kind = kinds.pop()
    if isinstance(file, int):
        fd = file
    else:
        fd = _os.open(file, _flags(kind), 0o666)
    size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
    if buffering == 0:
        return FileIO(fd, file, kind + 'b', closefd)
    if kind != 'r':
        if binary:
            return BufferedWriter(fd, file, kind + 'b', closefd, size, False, _write_bytes)
        return _TextFileWriter(fd, file, mode, closefd, size, buffering == 1, _io.write_text)
    reader = BufferedReader(fd, file, closefd)
    return reader if binary else _TextFileReader(reader, file, errors or 'strict')


def _standard_input():
    return TextReader(BytesReader(lambda size: _os.read(0, size), '<stdin>', 0), '<stdin>')
