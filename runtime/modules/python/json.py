"""JSON (RFC 8259) from Python's values and back."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))


# ---- writing -----------------------------------------------------------------------------------------------------------

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _text(s, ascii_only):
    parts = []
    for c in s:
        point = ord(c)
        if c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif 32 <= point < 127 or point > 126 and not ascii_only:
            parts.append(c)
        elif point > 65535:
            point -= 65536
            parts.append('\\u%04x\\u%04x' % (0xd800 + (point >> 10), 0xdc00 + (point & 1023)))
        else:
            parts.append('\\u%04x' % point)
    return '"' + ''.join(parts) + '"'


class _Writer:
    def __init__(self, skipkeys, ensure_ascii, allow_nan, indent, separators, default, sort_keys):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        self.comma, self.colon = separators or (', ' if indent is None else ',', ': ')
        self.default, self.sort_keys = default, sort_keys
        self.open = []

    def number(self, x):
        if isinstance(x, int):
            return int.__repr__(x)
        if x != x or x in (float('inf'), float('-inf')):
            if not self.allow_nan:
                raise ValueError('Out of range float values are not JSON compliant: ' + repr(x))
            return 'NaN' if x != x else 'Infinity' if x > 0 else '-Infinity'
        return float.__repr__(x)

    def value(self, x, level):
        if x is None:
            return 'null'
        if x is True:
            return 'true'
        if x is False:
            return 'false'
        if isinstance(x, str):
            return _text(x, self.ensure_ascii)
        if isinstance(x, (int, float)):
            return self.number(x)
        if not isinstance(x, (list, tuple, dict)) and self.default is None:
            raise TypeError('Object of type %s is not JSON serializable' % type(x).__name__)
        if id(x) in self.open:
            raise ValueError('Circular reference detected')
        self.open.append(id(x))
        if isinstance(x, dict):
            result = self.group('{}', self.members(x, level + 1), level)
        elif isinstance(x, (list, tuple)):
            result = self.group('[]', [self.value(item, level + 1) for item in x], level)
        else:
            result = self.value(self.default(x), level)
        self.open.pop()
        return result

    def members(self, x, level):
        result = []
        for key, value in sorted(x.items()) if self.sort_keys else x.items():
            if not isinstance(key, str):
                if isinstance(key, float):
                    key = self.number(key)
                elif key is None or isinstance(key, int):
                    key = self.value(key, level)
                elif self.skipkeys:
                    continue
                else:
                    raise TypeError('keys must be str, int, float, bool or None, not ' + type(key).__name__)
            result.append(_text(key, self.ensure_ascii) + self.colon + self.value(value, level))
        return result

    def group(self, brackets, parts, level):
        if not parts:
            return brackets
        if self.indent is None:
            return brackets[0] + self.comma.join(parts) + brackets[1]
        start = '\n' + self.indent * (level + 1)
        return brackets[0] + start + (self.comma + start).join(parts) + '\n' + self.indent * level + brackets[1]


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False):
    return _Writer(skipkeys, ensure_ascii, allow_nan, indent, separators, default, sort_keys).value(obj, 0)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


# ---- reading -----------------------------------------------------------------------------------------------------------

_SPACE = ' \t\n\r'
_UNESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_WORDS = {'null': None, 'true': True, 'false': False, 'NaN': float('nan'), 'Infinity': float('inf'),
          '-Infinity': float('-inf')}


class _Reader:
    def __init__(self, source, object_hook):
        self.source = source
        self.at = 0
        self.object_hook = object_hook

    def fail(self, message, at=None):
        raise JSONDecodeError(message, self.source, self.at if at is None else at)

    def skip(self):
        while self.peek() and self.peek() in _SPACE:
            self.at += 1

    def peek(self):
        return self.source[self.at:self.at + 1]

    def value(self):
        c = self.peek()
        if c == '"':
            return self.text()
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        for word in _WORDS:
            if self.source.startswith(word, self.at):
                self.at += len(word)
                return _WORDS[word]
        return self.number()

    def digits(self):
        start = self.at
        while self.peek() and self.peek() in '0123456789':
            self.at += 1
        return self.at > start

    def number(self):
        start = self.at
        if self.peek() == '-':
            self.at += 1
        first = self.at
        if not self.digits():
            self.fail('Expecting value', start)
        if self.source[first] == '0':
            self.at = first + 1
        end, kind = self.at, int
        if self.peek() == '.':
            self.at += 1
            if self.digits():
                end, kind = self.at, float
        self.at = end
        if self.peek() in ('e', 'E'):
            self.at += 1
            if self.peek() in ('+', '-'):
                self.at += 1
            if self.digits():
                end, kind = self.at, float
        self.at = end
        return kind(self.source[start:end])

    def text(self):
        start = self.at
        self.at += 1
        parts = []
        while True:
            c = self.peek()
            if not c:
                self.fail('Unterminated string starting at', start)
            self.at += 1
            if c == '"':
                return ''.join(parts)
            if c < ' ':
                self.fail('Invalid control character at', self.at - 1)
            parts.append(self.escape() if c == '\\' else c)

    def escape(self):
        c = self.peek()
        self.at += 1
        if c in _UNESCAPES:
            return _UNESCAPES[c]
        if c != 'u':
            self.fail('Invalid \\escape', self.at - 2)
        point = self.unit()
        if 0xd800 <= point < 0xdc00 and self.source.startswith('\\u', self.at):
            self.at += 2
            low = self.unit()
            if 0xdc00 <= low < 0xe000:
                return chr(0x10000 + ((point - 0xd800) << 10) + low - 0xdc00)
            return chr(point) + chr(low)
        return chr(point)

    def unit(self):
        hex = self.source[self.at:self.at + 4]
        if len(hex) != 4 or [c for c in hex if c not in '0123456789abcdefABCDEF']:
            self.fail('Invalid \\uXXXX escape', self.at - 1)
        self.at += 4
        return int(hex, 16)

    def array(self):
        result = []
        self.at += 1
        self.skip()
        if self.peek() == ']':
            self.at += 1
            return result
        while True:
            self.skip()
            result.append(self.value())
            self.skip()
            c = self.peek()
            if c not in (',', ']'):
                self.fail("Expecting ',' delimiter")
            self.at += 1
            if c == ']':
                return result

    def object(self):
        result = {}
        self.at += 1
        self.skip()
        if self.peek() == '}':
            self.at += 1
        else:
            self.members(result)
        return result if self.object_hook is None else self.object_hook(result)

    def members(self, result):
        while True:
            self.skip()
            if self.peek() != '"':
                self.fail('Expecting property name enclosed in double quotes')
            key = self.text()
            self.skip()
            if self.peek() != ':':
                self.fail("Expecting ':' delimiter")
            self.at += 1
            self.skip()
            result[key] = self.value()
            self.skip()
            c = self.peek()
            if c not in (',', '}'):
                self.fail("Expecting ',' delimiter")
            self.at += 1
            if c == '}':
                return


def loads(s, *, object_hook=None, **options):
    if isinstance(s, bytes):
        s = s.decode('utf-8')
    if not isinstance(s, str):
        raise TypeError('the JSON object must be str, bytes or bytearray, not ' + type(s).__name__)
    reader = _Reader(s, object_hook)
    reader.skip()
    value = reader.value()
    reader.skip()
    if reader.at < len(s):
        reader.fail('Extra data')
    return value


def load(fp, **options):
    return loads(fp.read(), **options)
