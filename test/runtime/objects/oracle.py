"""Random and chosen operations on numbers and text with CPython's results, one JSON line each: what, result.

Usage: oracle.py TOPIC SEED COUNT
"""
import json
import math
import operator
import random
import struct
import sys

OPERATORS = {'+': operator.add, '&': operator.and_, '//': operator.floordiv, '<<': operator.lshift, '*': operator.mul,
             '%': operator.mod, '|': operator.or_, '**': operator.pow, '>>': operator.rshift, '-': operator.sub,
             '/': operator.truediv, '^': operator.xor}


def encode(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {'i': big(value)}
    if isinstance(value, float):
        return {'f': repr(value)}
    if isinstance(value, bytes):
        return {'b': value.hex()}
    if isinstance(value, list):
        return [encode(item) for item in value]
    if isinstance(value, tuple):
        return {'t': [encode(item) for item in value]}
    if isinstance(value, dict):
        return {'d': [[encode(k), encode(v)] for k, v in value.items()]}
    if isinstance(value, slice):
        return {'slice': [encode(value.start), encode(value.stop), encode(value.step)]}
    if value is NotImplemented:
        return {'name': 'NotImplemented'}
    raise TypeError('no JSON for ' + repr(value))


def big(value):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return str(value)
    finally:
        sys.set_int_max_str_digits(limit)


def result_of(function, *args, **keywords):
    try:
        result = function(*args, **keywords)
        if isinstance(result, complex):
            return None
        return {'ok': encode(result)}
    except MemoryError:
        return None
    except Exception as error:
        return {'error': type(error).__name__ + ': ' + str(error)}


def emit(what, result):
    if result is not None:
        print(json.dumps([what, result]))


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def integer(self):
        r = self.random
        kind = r.randrange(8)
        if kind < 3:
            return r.randint(-10, 10)
        if kind == 3:
            return r.choice([2**31, 2**30, -2**30, 2**30 - 1, -2**30 - 1, 2**53, -2**53, 2**53 - 1, 2**63, 2**64, 2**32])
        return r.randint(-1, 1) + r.choice([-1, 1]) * r.getrandbits(r.choice([8, 31, 33, 52, 54, 64, 100, 400]))

    def double(self):
        r = self.random
        kind = r.randrange(8)
        if kind < 2:
            return r.choice([0.0, -0.0, 1.0, -1.0, 0.5, 2.5, float('inf'), float('-inf'), float('nan'), 1e16, 1e-5, 5e-324])
        if kind < 4:
            return r.randint(-1000, 1000) / r.choice([1, 2, 4, 8, 10, 100])
        if kind < 6:
            return r.uniform(-1, 1) * 10.0 ** r.randint(-20, 25)
        return struct.unpack('d', struct.pack('Q', r.getrandbits(64)))[0]

    def number(self):
        kind = self.random.randrange(7)
        return self.integer() if kind < 4 else self.double() if kind < 6 else bool(self.random.getrandbits(1))

    def text(self, length=8):
        r = self.random
        alphabet = r.choice(['ab', 'abc ', 'aA1 _', 'xyz,.', '\u00e9\u00df a', '\u03a3\u03c3\u03c2 A', 'a\U0001f600b', ' \t\n\r\x0b', '0123456789', 'aB\n\r\x85'])
        return ''.join(r.choice(alphabet) for _ in range(r.randrange(length + 1)))

    def data(self, length=8):
        r = self.random
        alphabet = r.choice([b'ab', b'abc ', b'aA1 _', b'\xff\x00a', b' \t\n', b'01'])
        return bytes(r.choice(alphabet) for _ in range(r.randrange(length + 1)))


def numbers(maker, count):
    for _ in range(count):
        sign = maker.random.choice(list(OPERATORS))
        a, b = maker.number(), maker.number()
        if sign == '<<' and isinstance(b, int) and b > 2000 or sign == '**' and isinstance(a, int) and isinstance(b, int) and b > 300:
            b = b % 200
        result = result_of(OPERATORS[sign], a, b)
        if result is not None and 'error' in result and 'unsupported' in result['error']:
            result = {'special': 'NEEDS_PYTHON'}
        emit(['op', sign, encode(a), encode(b)], result)
        emit(['unary', 1, encode(a)], result_of(operator.neg, a))
        if isinstance(a, int):
            emit(['unary', 2, encode(a)], result_of(operator.invert, a))
        emit(['repr', encode(a)], result_of(repr, a))


def formats(maker, count):
    r = maker.random
    for _ in range(count):
        spec = ''
        if r.random() < 0.4:
            spec += r.choice(['', '*', '0', '\u00e9']) + r.choice('<>^=')
        spec += r.choice(['', '', '+', '-', ' ', 'z']) + r.choice(['', '', '#']) + r.choice(['', '', '0'])
        spec += r.choice(['', '', str(r.randrange(30))]) + r.choice(['', '', ',', '_'])
        spec += r.choice(['', '', '.' + str(r.randrange(20))]) + r.choice(list('bcdeEfFgGnosxX%') + [''] * 4)
        value = r.choice([maker.number, maker.number, maker.text])()
        if isinstance(value, int) and spec.endswith('c') and 0xd800 <= value < 0xe000:
            continue
        emit(['format', encode(value), spec], result_of(format, value, spec))


def percents(maker, count):
    r = maker.random
    for _ in range(count):
        template = r.choice(['', 'x', '%%']) + '%' + ''.join(r.choice('-+ #0') for _ in range(r.randrange(3)))
        template += r.choice(['', '', str(r.randrange(20))]) + r.choice(['', '', '.' + str(r.randrange(12))])
        template += r.choice('diouxXeEfFgGcrsa')
        value = r.choice([maker.number, maker.number, maker.text, lambda: None, lambda: (1, 'a'), lambda: ()])()
        emit(['op', '%', template, encode(value)], result_of(operator.mod, template, value))
        data = template.encode('utf-8')
        value = r.choice([maker.number, maker.data])()
        emit(['op', '%', encode(data), encode(value)], result_of(operator.mod, data, value))


def parsing(maker, count):
    r = maker.random
    for _ in range(count):
        text = ''.join(r.choice('0123456789_ +-.eExXabnif\u0663') for _ in range(r.randrange(7)))
        emit(['new', 'int', [text]], result_of(int, text))
        emit(['new', 'float', [text]], result_of(float, text))
        base = r.choice([0, 2, 8, 10, 16, 36, 7])
        emit(['new', 'int', [text, encode(base)]], result_of(int, text, base))
        number = maker.double()
        emit(['new', 'float', [repr(number)]], result_of(float, repr(number)))
        emit(['method', 'hex', encode(number), []], result_of(number.hex))
        emit(['class', 'float', 'fromhex', [number.hex()]], result_of(float.fromhex, number.hex()))
        emit(['method', 'as_integer_ratio', encode(number), []], result_of(number.as_integer_ratio))
        digits = r.choice([None, r.randint(-30, 30)])
        emit(['method', '__round__', encode(number), [encode(digits)]], result_of(number.__round__, digits))
        emit(['new', 'int', [encode(number)]], result_of(int, number))
        whole = maker.integer()
        emit(['method', '__round__', encode(whole), [encode(digits)]], result_of(whole.__round__, digits))
        for name in ('bit_length', 'bit_count', 'as_integer_ratio', '__float__', '__bool__', '__abs__'):
            emit(['method', name, encode(whole), []], result_of(getattr(whole, name)))
        order, signed, length = r.choice(['big', 'little']), r.random() < 0.5, r.randrange(12)
        emit(['method', 'to_bytes', encode(whole), [encode(length), order], {'signed': signed}],
             result_of(whole.to_bytes, length, order, signed=signed))
        data = maker.data()
        emit(['class', 'int', 'from_bytes', [encode(data), order], {'signed': signed}],
             result_of(int.from_bytes, data, order, signed=signed))
        a, b, c = maker.integer(), maker.integer() % 1000 - 200, maker.integer()
        emit(['method', '__pow__', encode(a), [encode(b), encode(c)]], result_of(pow, a, b, c))
        a, b = maker.integer(), maker.integer()
        emit(['method', '__divmod__', encode(a), [encode(b)]], result_of(divmod, a, b))


SIMPLE = '''capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable
isspace istitle isupper lower swapcase title upper split rsplit strip lstrip rstrip splitlines expandtabs'''.split()


def texts(maker, count):
    r = maker.random
    for _ in range(count):
        make = r.choice([maker.text, maker.text, maker.data])
        s = make()
        for name in SIMPLE:
            if hasattr(s, name):
                emit(['method', name, encode(s), []], result_of(getattr(s, name)))
        if s and r.random() < 0.7:
            at = r.randrange(len(s))
            sub = s[at:at + r.randrange(4)]
        else:
            sub = make(2)
        start, stop = [r.choice([None, r.randint(-10, 10)]) for _ in range(2)]
        for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'):
            emit(['method', name, encode(s), [encode(sub), encode(start), encode(stop)]],
                 result_of(getattr(s, name), sub, start, stop))
        most = r.randint(-1, 3)
        for name in ('split', 'rsplit'):
            emit(['method', name, encode(s), [encode(sub), encode(most)]], result_of(getattr(s, name), sub, most))
            emit(['method', name, encode(s), [None, encode(most)]], result_of(getattr(s, name), None, most))
        for name in ('partition', 'rpartition', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix'):
            emit(['method', name, encode(s), [encode(sub)]], result_of(getattr(s, name), sub))
        other = make(3)
        emit(['method', 'replace', encode(s), [encode(sub), encode(other), encode(most)]],
             result_of(s.replace, sub, other, most))
        emit(['method', 'join', encode(other), [encode(s.split())]], result_of(other.join, s.split()))
        width = r.randrange(14)
        for name in ('center', 'ljust', 'rjust', 'zfill'):
            emit(['method', name, encode(s), [encode(width)]], result_of(getattr(s, name), width))
        emit(['method', 'expandtabs', encode(s), [encode(width)]], result_of(s.expandtabs, width))
        emit(['method', 'splitlines', encode(s), [True]], result_of(s.splitlines, True))
        key = slice(*[r.choice([None, r.randint(-9, 9)]) for _ in range(3)])
        emit(['item', encode(s), encode(key)], result_of(operator.getitem, s, key))
        emit(['item', encode(s), encode(width - 7)], result_of(operator.getitem, s, width - 7))
        emit(['in', encode(sub), encode(s)], result_of(operator.contains, s, sub))
        emit(['op', '+', encode(s), encode(other)], result_of(operator.add, s, other))
        emit(['op', '*', encode(s), encode(width - 4)], result_of(operator.mul, s, width - 4))
        emit(['repr', encode(s)], result_of(repr, s))
        if isinstance(s, str):
            for codec in ('utf-8', 'ascii', 'latin-1'):
                errors = r.choice(['strict', 'ignore', 'replace', 'backslashreplace'])
                emit(['method', 'encode', encode(s), [codec, errors]], result_of(s.encode, codec, errors))
            emit(['class', 'str', 'maketrans', [encode(sub), encode(sub[::-1])]], result_of(str.maketrans, sub, sub[::-1]))
            table = {ord(c): r.choice([None, 'xy', 0x20ac]) for c in sub}
            emit(['method', 'translate', encode(s), [encode(table)]], result_of(s.translate, table))
        else:
            noise = bytes(r.choice([0x61, 0x80, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0xed, 0xff]) for _ in range(6))
            for codec in ('utf-8', 'ascii', 'latin-1'):
                errors = r.choice(['strict', 'ignore', 'replace', 'backslashreplace'])
                emit(['method', 'decode', encode(noise), [codec, errors]], result_of(noise.decode, codec, errors))
            emit(['method', 'hex', encode(s), []], result_of(s.hex))


def templates(maker, count):
    r = maker.random
    for _ in range(count):
        template = ''.join(r.choice(['{', '}', '{}', '{0}', '{1}', '{a}', '{!r}', '{0!s:>5}', 'x', '{:{}}', '{0[0]}', '{a[k]}', ':', '!', '.', '[', '{{', '}}', '{a:}', '{:^7}'])
                           for _ in range(r.randrange(1, 5)))
        args = [r.randint(-99, 99) if r.random() < 0.5 else maker.text(3) for _ in range(r.randrange(3))]
        keywords = {'a': r.choice([{'k': 5}, 'text', [1, 2], 2.5])}
        what = ['method', 'format', template, [encode(a) for a in args], {'a': encode(keywords['a'])}]
        emit(what, result_of(template.format, *args, **keywords))


def mathematics(maker, count):
    r = maker.random
    one = '''ceil floor trunc fabs exp expm1 log log2 log10 log1p sqrt sin cos tan asin acos atan sinh cosh tanh
    asinh acosh atanh isnan isinf isfinite degrees radians modf frexp isqrt factorial gamma lgamma erf erfc cbrt exp2 ulp'''.split()
    two = 'fmod pow atan2 copysign hypot gcd lcm comb perm log ldexp isclose remainder nextafter dist'.split()
    for _ in range(count):
        name = r.choice(one)
        value = maker.number() if r.random() < 0.8 else r.uniform(-3, 3)
        if name == 'factorial':
            value = r.randint(-2, 60)
        emit(['function', 'math', name, [encode(value)]], result_of(getattr(math, name), value))
        name = r.choice(two)
        a, b = maker.number(), maker.number()
        if name in ('comb', 'perm'):
            a, b = r.randint(-2, 60), r.randint(-2, 60)
        if name == 'ldexp':
            b = r.randint(-2200, 2200)
        if name == 'dist':
            a, b = [tuple(r.uniform(-5, 5) for _ in range(3)) for _ in range(2)]
        emit(['function', 'math', name, [encode(a), encode(b)]], result_of(getattr(math, name), a, b))
        values = [maker.double() for _ in range(r.randrange(6))]
        emit(['function', 'math', 'fsum', [encode(values)]], result_of(math.fsum, values))
        emit(['function', 'math', 'prod', [encode([maker.integer() for _ in range(3)])]], None)


TOPICS = {'numbers': numbers, 'formats': formats, 'percents': percents, 'parsing': parsing, 'texts': texts,
          'templates': templates, 'mathematics': mathematics}

if __name__ == '__main__':
    topic, seed, count = sys.argv[1:]
    TOPICS[topic](Maker(int(seed)), int(count))
