"""Files and directories with names that nobody else has."""
import os

tempdir = None
_TRIES = 100


def gettempdir():
    return tempdir or os.environ.get('TMPDIR') or '/tmp'


def _made(make, prefix, suffix, dir):
    """What `make` makes of a fresh path, and the path."""
    for _ in range(_TRIES):
        path = os.path.join(dir or gettempdir(), (prefix or 'tmp') + os.urandom(6).hex() + (suffix or ''))
        try:
            return make(path), os.path.abspath(path)
        except FileExistsError:
            pass
    raise FileExistsError(17, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """An open descriptor, and the path; the caller removes the file."""
    return _made(lambda path: os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), prefix, suffix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _made(lambda path: os.mkdir(path, 0o700), prefix, suffix, dir)[1]
