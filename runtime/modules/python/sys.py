"""The interpreter: its arguments, streams, settings and limits."""
import _sys
from _sys import (exc_info, exception, exit, getcheckinterval, getholiness, getpriority, getrecursionlimit,
                  getrefcount, getsizeof, getswitchinterval, setcheckinterval, setholiness, setpriority, setrecursionlimit, setswitchinterval, _getframe)
import io

argv = _sys._arguments()
orig_argv = ['convoy'] + argv
modules = _sys._modules()
path = [argv[0].rpartition('/')[0] if argv else '']
meta_path = []
platform = _sys._platform()
byteorder = 'little'
maxsize = 9223372036854775807
maxunicode = 1114111
executable = 'convoy'
prefix = base_prefix = exec_prefix = base_exec_prefix = ''
copyright = ''
api_version = 1013
dont_write_bytecode = True
builtin_module_names = ()
ps1, ps2 = '>>> ', '... '
version = '3.11.7 (convoy)'
hexversion = 0x030b07f0
warnoptions = []


class _Record(tuple):
    """A tuple whose items have names."""

    _name = ''
    _fields = ()

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError("'%s' object has no attribute '%s'" % (self._name, name))

    def __repr__(self):
        return self._name + '(' + ', '.join(['%s=%r' % pair for pair in zip(self._fields, self)]) + ')'


class _VersionInfo(_Record):
    _name = 'sys.version_info'
    _fields = ('major', 'minor', 'micro', 'releaselevel', 'serial')


class _FloatInfo(_Record):
    _name = 'sys.float_info'
    _fields = ('max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds')


class _IntInfo(_Record):
    _name = 'sys.int_info'
    _fields = ('bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold')


class _Flags(_Record):
    _name = 'sys.flags'
    _fields = ('debug', 'inspect', 'interactive', 'optimize', 'dont_write_bytecode', 'no_user_site', 'no_site',
               'ignore_environment', 'verbose', 'bytes_warning', 'quiet', 'hash_randomization', 'isolated', 'dev_mode',
               'utf8_mode', 'warn_default_encoding', 'safe_path', 'int_max_str_digits')


class _ThreadInfo(_Record):
    _name = 'sys.thread_info'
    _fields = ('name', 'lock', 'version')


class _Implementation:
    def __init__(self):
        self.name = 'convoy'
        self.cache_tag = None
        self.version = version_info
        self.hexversion = hexversion

    def __repr__(self):
        return 'namespace(name=%r, cache_tag=%r, version=%r, hexversion=%r)' % (
            self.name, self.cache_tag, self.version, self.hexversion)


version_info = _VersionInfo((3, 11, 7, 'final', 0))
float_info = _FloatInfo((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                         2.220446049250313e-16, 2, 1))
int_info = _IntInfo((32, 4, 4300, 640))
flags = _Flags((0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, False, 1, 0, False, 4300))
thread_info = _ThreadInfo(('workers', 'futex', None))
implementation = _Implementation()

stdin = __stdin__ = io._standard_input()
stdout = __stdout__ = io.TextWriter(1, '<stdout>', 'strict')
stderr = __stderr__ = io.TextWriter(2, '<stderr>', 'backslashreplace')

def _lock_statistics():
    """What all threads have done to the interpreter lock so far; what the machine does not count is left out."""
    names = 'lock_acquisitions', 'lock_waits', 'woken_in_vain', 'drop_requests', 'lock_calls'
    return dict(zip(names, _sys._lockcounts()))


_interned = {}


def intern(string, /):
    if type(string) is not str:
        raise TypeError('intern() argument must be str, not ' + type(string).__name__)
    return _interned.setdefault(string, string)


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def get_int_max_str_digits():
    return 4300


def is_finalizing():
    return False


def displayhook(value):
    if value is not None:
        stdout.write(repr(value) + '\n')


def excepthook(kind, value, traceback, /):
    """Prints an exception that nothing has caught."""
    import traceback as module
    stderr.write(module._describe(value, traceback))
    stderr.flush()


__excepthook__ = excepthook
__displayhook__ = displayhook
