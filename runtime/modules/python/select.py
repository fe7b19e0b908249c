"""Waiting for several descriptors at once."""
import _socket

error = OSError


def _descriptor(source):
    fd = source if isinstance(source, int) else source.fileno()
    if not isinstance(fd, int):
        raise TypeError('argument must be an int, or have a fileno() method.')
    if fd < 0:
        raise ValueError('file descriptor cannot be a negative integer (%d)' % fd)
    return fd


def select(rlist, wlist, xlist, timeout=None):
    """Those of three sequences that are ready: to be read, to be written, or with an exceptional condition."""
    sources = [list(rlist), list(wlist), list(xlist)]
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    limit = _socket.timeout_argument(timeout)
    ready = _socket.select(tuple([_descriptor(s) for s in part] for part in sources), limit)
    return tuple([part[i] for i in found] for part, found in zip(sources, ready))
