"""The process, its environment, and file descriptors."""
import sys
import _os
from _os import (_exit, close, cpu_count, getcwd, getpid, getppid, isatty, pipe, read, sched_yield, strerror, urandom, write)
from _signal import kill

name = 'posix'
sep = '/'
altsep = None
pathsep = ':'
linesep = '\n'
curdir = '.'
pardir = '..'
extsep = '.'
devnull = '/dev/null'
error = OSError
environ = _os._environ()


def getenv(key, default=None):
    return environ.get(key, default)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__) from None


def fsencode(filename):
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    return filename.decode() if isinstance(filename, bytes) else filename


class _Path:
    """os.path: the arithmetic of paths; what is in the file system is not looked at."""

    sep, pardir, curdir, pathsep = '/', '..', '.', ':'

    def join(self, first, *others):
        path = first
        for part in others:
            if part.startswith('/'):
                path = part
            elif not path or path.endswith('/'):
                path += part
            else:
                path += '/' + part
        return path

    def split(self, path):
        at = path.rfind('/') + 1
        head, tail = path[:at], path[at:]
        if head.rstrip('/'):
            head = head.rstrip('/')
        return head, tail

    def basename(self, path):
        return path[path.rfind('/') + 1:]

    def dirname(self, path):
        return self.split(path)[0]

    def splitext(self, path):
        base = self.basename(path)
        at = base.rfind('.')
        if at <= 0 or not base[:at].strip('.'):
            return path, ''
        return path[:len(path) - len(base) + at], base[at:]

    def isabs(self, path):
        return path.startswith('/')

    def normpath(self, path):
        if not path:
            return '.'
        parts = []
        for part in path.split('/'):
            if part in ('', '.'):
                continue
            if part != '..' or (not parts and not path.startswith('/')) or (parts and parts[-1] == '..'):
                parts.append(part)
            elif parts:
                parts.pop()
        return ('/' if path.startswith('/') else '') + '/'.join(parts) or '.'

    def abspath(self, path):
        return self.normpath(self.join(getcwd(), path))

    realpath = abspath


path = _Path()
sys.modules['os.path'] = path
