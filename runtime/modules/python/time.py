"""Clocks, sleeping, and the calendar."""
import _time
from _time import (monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep, thread_time,
                   thread_time_ns, time, time_ns)

_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
           'December')
_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')


class struct_time(tuple):
    """A moment of the calendar: nine numbers, and the time zone."""

    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: self._zone[0])
    tm_gmtoff = property(lambda self: self._zone[1])

    def __new__(cls, fields):
        fields = tuple(fields)
        if not 9 <= len(fields) <= 11:
            raise TypeError('time.struct_time() takes a 9-sequence (%d-sequence given)' % len(fields))
        self = tuple.__new__(cls, fields[:9])
        self._zone = (fields[9:] + (None, None))[:2]
        return self

    def __repr__(self):
        return 'time.struct_time(%s)' % ', '.join('%s=%r' % pair for pair in zip(_FIELDS, self))


def gmtime(seconds=None):
    return struct_time(_time._calendar(seconds, 0))


def localtime(seconds=None):
    return struct_time(_time._calendar(seconds, 1))


def mktime(fields):
    return _time._from_local(*fields[:6])


def asctime(fields=None):
    t = localtime() if fields is None else fields
    return '%s %s %2d %02d:%02d:%02d %d' % (_DAYS[t[6]][:3], _MONTHS[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None):
    return asctime(localtime(seconds))


def _zone_text(t):
    offset = t.tm_gmtoff if isinstance(t, struct_time) and t.tm_gmtoff is not None else localtime().tm_gmtoff
    sign = '-' if offset < 0 else '+'
    return '%s%02d%02d' % (sign, abs(offset) // 3600, abs(offset) // 60 % 60)


_DIRECTIVES = {
    'Y': lambda t: '%d' % t[0],
    'y': lambda t: '%02d' % (t[0] % 100),
    'm': lambda t: '%02d' % t[1],
    'd': lambda t: '%02d' % t[2],
    'e': lambda t: '%2d' % t[2],
    'H': lambda t: '%02d' % t[3],
    'I': lambda t: '%02d' % ((t[3] - 1) % 12 + 1),
    'M': lambda t: '%02d' % t[4],
    'S': lambda t: '%02d' % t[5],
    'p': lambda t: 'AM' if t[3] < 12 else 'PM',
    'A': lambda t: _DAYS[t[6]],
    'a': lambda t: _DAYS[t[6]][:3],
    'B': lambda t: _MONTHS[t[1] - 1],
    'b': lambda t: _MONTHS[t[1] - 1][:3],
    'h': lambda t: _MONTHS[t[1] - 1][:3],
    'j': lambda t: '%03d' % t[7],
    'w': lambda t: '%d' % ((t[6] + 1) % 7),
    'u': lambda t: '%d' % (t[6] + 1),
    'U': lambda t: '%02d' % ((t[7] + 6 - (t[6] + 1) % 7) // 7),
    'W': lambda t: '%02d' % ((t[7] + 6 - t[6]) // 7),
    'c': asctime,
    'x': lambda t: '%02d/%02d/%02d' % (t[1], t[2], t[0] % 100),
    'D': lambda t: '%02d/%02d/%02d' % (t[1], t[2], t[0] % 100),
    'X': lambda t: '%02d:%02d:%02d' % (t[3], t[4], t[5]),
    'T': lambda t: '%02d:%02d:%02d' % (t[3], t[4], t[5]),
    'R': lambda t: '%02d:%02d' % (t[3], t[4]),
    'F': lambda t: '%d-%02d-%02d' % (t[0], t[1], t[2]),
    's': lambda t: '%d' % mktime(t),
    'z': _zone_text,
    'Z': lambda t: (t.tm_zone if isinstance(t, struct_time) else None) or localtime().tm_zone,
    'n': lambda t: '\n',
    't': lambda t: '\t',
    '%': lambda t: '%',
}


def strftime(format, fields=None):
    t = localtime() if fields is None else fields
    parts = []
    at = 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter == '%' and at < len(format):
            directive = _DIRECTIVES.get(format[at])
            letter = directive(t) if directive else '%' + format[at]
            at += 1
        parts.append(letter)
    return ''.join(parts)


def get_clock_info(name):
    if name not in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
        raise ValueError('unknown clock')
    return _ClockInfo(name)


class _ClockInfo:
    def __init__(self, name):
        self.implementation = 'clock_gettime()'
        self.monotonic = name != 'time'
        self.adjustable = name == 'time'
        self.resolution = 1e-09


_winter, _summer = localtime(1704067200), localtime(1719792000)
timezone = -min(_winter.tm_gmtoff, _summer.tm_gmtoff)
altzone = -max(_winter.tm_gmtoff, _summer.tm_gmtoff)
daylight = int(timezone != altzone)
tzname = (_winter.tm_zone, _summer.tm_zone)
