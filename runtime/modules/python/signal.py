"""Signals: what the main thread does when one arrives."""
import _signal
from _signal import pause
from _sys import _modules

SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL = 0
NSIG = 65


class Handlers(int):
    """The two dispositions that are no handlers."""

    @property
    def name(self):
        return ('SIG_DFL', 'SIG_IGN')[int(self)]

    def __repr__(self):
        return '<Handlers.%s: %d>' % (self.name, int(self))

    def __str__(self):
        return str(int(self))


class Signals(int):
    """The number of a signal, which knows its name."""

    @property
    def name(self):
        return _names.get(int(self), str(int(self)))

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return '<Signals.%s: %d>' % (self.name, int(self))

    def __str__(self):
        return str(int(self))


SIG_DFL = Handlers(0)
SIG_IGN = Handlers(1)
default_int_handler = _signal._default_int_handler()
_names = {}
for _name, _number in _signal._names().items():
    _names.setdefault(_number, _name)
    setattr(Signals, _name, Signals(_number))
    setattr(_modules()['signal'], _name, getattr(Signals, _name))


class ItimerError(OSError):
    pass


def _as_handler(value):
    if isinstance(value, int):
        return SIG_IGN if value else SIG_DFL
    return value


def signal(signalnum, handler):
    """Sets what is done when a signal arrives. Answers what was done so far."""
    return _as_handler(_signal.signal(signalnum, handler))


def getsignal(signalnum):
    return _as_handler(_signal.getsignal(signalnum))


def raise_signal(signalnum):
    """Sends this process a signal."""
    import os
    _signal.kill(os.getpid(), signalnum)


def pthread_kill(thread_id, signalnum):
    """Sends a thread's process a signal; whichever thread it is, the main thread handles it."""
    raise_signal(signalnum)


def alarm(seconds):
    """SIGALRM after so many seconds; 0 cancels. Answers the seconds that were left."""
    left = _signal.alarm(seconds)
    return int(left) + (left > int(left))


def setitimer(which, seconds, interval=0.0):
    if which != ITIMER_REAL:
        raise ItimerError(22, 'Invalid argument')
    return (_signal.alarm(seconds, interval), 0.0)


def siginterrupt(signalnum, flag):
    """Interrupted calls always go on after the handler."""


def valid_signals():
    return {Signals(number) for number in _names}


_TEXTS = {'SIGHUP': 'Hangup', 'SIGINT': 'Interrupt', 'SIGQUIT': 'Quit', 'SIGKILL': 'Killed', 'SIGUSR1': 'User defined signal 1',
          'SIGUSR2': 'User defined signal 2', 'SIGPIPE': 'Broken pipe', 'SIGALRM': 'Alarm clock', 'SIGTERM': 'Terminated',
          'SIGCHLD': 'Child exited', 'SIGSEGV': 'Segmentation fault'}


def strsignal(signalnum):
    if not 0 < signalnum < NSIG:
        raise ValueError('signal number out of range')
    return _TEXTS.get(_names.get(int(signalnum)))
