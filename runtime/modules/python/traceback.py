"""Exceptions as text."""
import _traceback
import sys

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_HEAD = 'Traceback (most recent call last):\n'
_ALL = 1000000000


def _name_of(kind):
    module = kind.__module__
    return kind.__qualname__ if module in ('__main__', 'builtins') else module + '.' + kind.__qualname__


def _syntax_error_lines(name, error):
    lines = []
    if error.lineno is not None:
        lines.append('  File "%s", line %d\n' % (error.filename or '<string>', error.lineno))
        if error.text is not None:
            text = error.text.rstrip('\n')
            shown = text.lstrip(' \n\f')
            lines.append('    %s\n' % shown)
            if error.offset is not None:
                start = error.offset - 1 - (len(text) - len(shown))
                end = error.end_offset
                width = 1
                if error.end_lineno == error.lineno and end is not None and end > error.offset:
                    width = end - error.offset
                if start >= 0:
                    lines.append('    ' + ' ' * start + '^' * width + '\n')
    lines.append('%s: %s\n' % (name, error.msg or '<no detail available>'))
    return lines


def _message(value):
    try:
        return str(value)
    except Exception:
        return '<exception str() failed>'


def _exception_lines(value):
    name = _name_of(type(value))
    if isinstance(value, SyntaxError):
        lines = _syntax_error_lines(name, value)
    else:
        text = _message(value)
        lines = ['%s: %s\n' % (name, text) if value is not None and text else name + '\n']
    for note in getattr(value, '__notes__', None) or ():
        lines += [line + '\n' for line in _message(note).split('\n')]
    return lines


def _chain_lines(value, traceback, limit, chain, seen):
    lines = []
    if chain and value is not None:
        seen.append(id(value))
        cause, context = value.__cause__, value.__context__
        if cause is not None and id(cause) not in seen:
            lines = _chain_lines(cause, cause.__traceback__, limit, chain, seen) + [_CAUSE]
        elif cause is None and context is not None and not value.__suppress_context__ and id(context) not in seen:
            lines = _chain_lines(context, context.__traceback__, limit, chain, seen) + [_CONTEXT]
    entries = format_tb(traceback, limit)
    if entries:
        lines = lines + [_HEAD] + entries
    return lines + _exception_lines(value)


def _describe(value, traceback):
    """An exception with its traceback and what led to it, as one text."""
    return ''.join(_chain_lines(value, traceback, None, True, []))


def _report(heading, error):
    """Writes a heading and an exception to standard error, in one go."""
    stream = sys.stderr
    if stream is not None:
        stream.write(heading + _describe(error, error.__traceback__))
        stream.flush()


_MISSING = object()


def _arguments(exc, value, tb):
    if value is _MISSING:
        return exc, (None if exc is None else exc.__traceback__)
    return value, tb


def format_exception(exc, /, value=_MISSING, tb=None, limit=None, chain=True):
    value, tb = _arguments(exc, value, tb)
    return _chain_lines(value, tb, limit, chain, [])


def format_exception_only(exc, /, value=_MISSING):
    return _exception_lines(_arguments(exc, value, None)[0])


def format_exc(limit=None, chain=True):
    error = sys.exception()
    if error is None:
        return 'NoneType: None\n'
    return ''.join(format_exception(error, limit=limit, chain=chain))


def print_exception(exc, /, value=_MISSING, tb=None, limit=None, file=None, chain=True):
    text = ''.join(format_exception(exc, value, tb, limit, chain))
    stream = sys.stderr if file is None else file
    stream.write(text)


def print_exc(limit=None, file=None, chain=True):
    stream = sys.stderr if file is None else file
    stream.write(format_exc(limit, chain))


def format_tb(tb, limit=None):
    return _traceback.lines(tb, _ALL if limit is None else limit) if tb is not None else []


def print_tb(tb, limit=None, file=None):
    stream = sys.stderr if file is None else file
    stream.write(''.join(format_tb(tb, limit)))


class FrameSummary:
    """One entry of a traceback."""

    def __init__(self, filename, lineno, name, line):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __repr__(self):
        return '<FrameSummary file %s, line %d in %s>' % (self.filename, self.lineno, self.name)


def extract_tb(tb, limit=None):
    return [FrameSummary(*entry) for entry in _traceback.entries(tb, _ALL if limit is None else limit)]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _stack():
    frame = sys._getframe()
    entries = []
    while frame is not None:
        entries.append(FrameSummary(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, _traceback.source_line(frame)))
        frame = frame.f_back
    entries.reverse()
    return entries


def extract_stack(f=None, limit=None):
    return _stack()


def format_list(entries):
    return ['  File "%s", line %d, in %s\n' % (e.filename, e.lineno, e.name) + ('    %s\n' % e.line if e.line else '')
            for e in entries]


def format_stack(f=None, limit=None):
    return format_list(_stack())


def print_stack(f=None, limit=None, file=None):
    stream = sys.stderr if file is None else file
    stream.write(''.join(format_stack()))
