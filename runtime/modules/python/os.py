"""The process, its environment, and file descriptors."""
import sys
import _os
from _os import (_exit, close, cpu_count, getcwd, getpid, getppid, isatty, lseek, mkdir, open, pipe, read, rmdir, sched_yield,
                 strerror, unlink, urandom, write)
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
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = _os._open_flags()
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
remove = unlink


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


class stat_result(tuple):
    """What the system knows of a file: ten numbers; times in whole seconds as items, exact as attributes."""

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._times[0])
    st_mtime = property(lambda self: self._times[1])
    st_ctime = property(lambda self: self._times[2])

    def __new__(cls, numbers):
        self = tuple.__new__(cls, [int(number) for number in numbers])
        self._times = numbers[7:]
        return self


def stat(path):
    return stat_result(_os._stat(path))


def fstat(fd):
    return stat_result(_os._stat(fd))


def listdir(path='.'):
    return _os._listdir(path)


def fdopen(fd, *arguments, **options):
    import io
    return io.open(fd, *arguments, **options)


class _Path:
    """os.path."""

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

    def _mode(self, path):
        """The mode of a file, or 0 where there is none."""
        try:
            return _os._stat(path)[0]
        except OSError:
            return 0

    def exists(self, path):
        return self._mode(path) != 0

    def isfile(self, path):
        return self._mode(path) & 0o170000 == 0o100000

    def isdir(self, path):
        return self._mode(path) & 0o170000 == 0o040000

    def getsize(self, path):
        return stat(path).st_size


path = _Path()
sys.modules['os.path'] = path
