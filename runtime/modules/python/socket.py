"""Sockets of the system."""
import _socket
import os
from _bytes import as_bytes
from _socket import gethostname, needs_resolving
from _sys import _modules
from io import BytesReader, TextReader, UnsupportedOperation, _Stream

error = OSError
timeout = TimeoutError
has_ipv6 = False
for _name, _number in _socket._constants().items():
    setattr(_modules()['socket'], _name, _number)
INADDR_ANY, INADDR_BROADCAST, INADDR_LOOPBACK, INADDR_NONE = 0, 0xffffffff, 0x7f000001, 0xffffffff


class herror(OSError):
    pass


class gaierror(OSError):
    pass


_default_timeout = None


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = _socket.timeout_argument(timeout)


def getdefaulttimeout():
    return _default_timeout


def _resolve(host):
    numeric = _socket.resolve(host)
    if numeric is None:
        raise gaierror(-2, 'Name or service not known')
    return numeric


def _address(address):
    """An address whose host is numbers."""
    if needs_resolving(address):
        return (_resolve(address[0]), address[1])
    return address


class socket:
    """One end of a connection, or a place where datagrams and connections arrive."""

    _fd = -1

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = AF_INET if family == -1 else family
        self.type = SOCK_STREAM if type == -1 else type
        self.proto = 0 if proto == -1 else proto
        self._timeout = _default_timeout
        # Files made of the socket keep its descriptor open.
        self._files = 0
        self._closed = False
        self._fd = _socket.socket(self.family, self.type, self.proto) if fileno is None else fileno

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __del__(self):
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)

    def __repr__(self):
        text = '<socket.socket%s fd=%d, family=%d, type=%d, proto=%d' % (
            ' [closed]' if self._closed else '', self._fd, self.family, self.type, self.proto)
        for name, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
            try:
                text += ', %s=%r' % (name, ask())
            except OSError:
                pass
        return text + '>'

    def fileno(self):
        return self._fd

    def close(self):
        self._closed = True
        if self._files == 0 and self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)

    def detach(self):
        fd, self._fd = self._fd, -1
        self._closed = True
        return fd

    # time-outs

    def settimeout(self, timeout):
        self._timeout = _socket.timeout_argument(timeout)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    timeout = property(gettimeout)

    # names and options

    def bind(self, address, /):
        _socket.bind(self._fd, self.family, _address(address))

    def listen(self, backlog=128, /):
        _socket.listen(self._fd, backlog)

    def getsockname(self):
        return _socket.getsockname(self._fd)

    def getpeername(self):
        return _socket.getpeername(self._fd)

    def setsockopt(self, level, optname, value, optlen=None):
        if not isinstance(value, int):
            value = int.from_bytes(as_bytes(value)[:4], 'little')
        _socket.setsockopt(self._fd, level, optname, value)

    def getsockopt(self, level, optname, buflen=0):
        if level == SOL_SOCKET and optname == SO_TYPE:
            return self.type
        value = _socket.getsockopt(self._fd, level, optname)
        return value.to_bytes(4, 'little')[:buflen] if buflen else value

    # connections

    def accept(self):
        fd, address = _socket.accept(self._fd, self._timeout)
        connection = socket(self.family, self.type, self.proto, fd)
        return connection, address

    def connect(self, address, /):
        _socket.connect(self._fd, self.family, _address(address), self._timeout, 0)

    def connect_ex(self, address, /):
        return _socket.connect(self._fd, self.family, _address(address), self._timeout, 1)

    def shutdown(self, how, /):
        _socket.shutdown(self._fd, how)

    # data

    def recv(self, bufsize, flags=0, /):
        return _socket.recv(self._fd, bufsize, flags, self._timeout)

    def recvfrom(self, bufsize, flags=0, /):
        return _socket.recvfrom(self._fd, bufsize, flags, self._timeout)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, address = self.recvfrom(nbytes or len(buffer), flags)
        buffer[:len(data)] = data
        return len(data), address

    def send(self, data, flags=0, /):
        return _socket.send(self._fd, data if type(data) is bytes else as_bytes(data), flags, self._timeout)

    def sendall(self, data, flags=0, /):
        return _socket.sendall(self._fd, data if type(data) is bytes else as_bytes(data), flags, self._timeout)

    def sendto(self, data, flags_or_address, address=None, /):
        flags = flags_or_address
        if address is None:
            flags, address = 0, flags_or_address
        if needs_resolving(address):
            address = _address(address)
        return _socket.sendto(self._fd, data if type(data) is bytes else as_bytes(data), flags, self._timeout, address)

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from the socket, writes to it, or both."""
        letters = set(mode)
        if not letters <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % mode)
        return _SocketFile(self, mode, 'b' not in letters, errors or 'strict')

    def dup(self):
        raise OSError(95, 'Operation not supported')


SocketType = socket


class _SocketFile(_Stream):
    """A socket as a file of text or bytes. Both directions are buffered."""

    def __init__(self, sock, mode, is_text, errors):
        self._socket = sock
        self.mode = mode
        self._is_text = is_text
        self._errors = errors
        self._parts = []
        self._waiting = 0
        self._reader = None
        if 'r' in mode or 'w' not in mode:
            self._reader = BytesReader(sock.recv, 'socket')
            if is_text:
                self._reader = TextReader(self._reader, 'socket', errors)
        self._writes = 'w' in mode
        sock._files += 1
        if is_text:
            self.encoding = 'utf-8'
            self.errors = errors

    name = property(lambda self: self._socket.fileno())

    def fileno(self):
        self._check()
        return self._socket.fileno()

    def readable(self):
        return self._reader is not None

    def writable(self):
        return self._writes

    def _source(self):
        self._check()
        if self._reader is None:
            raise UnsupportedOperation('not readable')
        if self._socket._timeout == 0.0:
            raise ValueError('file/stream must be in blocking mode.')
        return self._reader

    def read(self, size=-1):
        return self._source().read(size)

    def read1(self, size=-1):
        return self._source().read1(size)

    def readline(self, size=-1):
        return self._source().readline(size)

    def write(self, data):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('not writable')
        if not self._is_text:
            raw = as_bytes(data)
        elif isinstance(data, str):
            raw = data.encode('utf-8', self._errors)
        else:
            raise TypeError('write() argument must be str, not ' + type(data).__name__)
        self._parts.append(raw)
        self._waiting += len(raw)
        if self._waiting > 8192:
            self.flush()
        return len(data)

    def flush(self):
        self._check()
        if self._parts:
            parts, self._parts, self._waiting = self._parts, [], 0
            self._socket.sendall(b''.join(parts))

    def close(self):
        if self.closed:
            return
        try:
            self.flush()
        finally:
            self.closed = True
            sock = self._socket
            sock._files -= 1
            if sock._closed:
                sock.close()

    def __del__(self):
        if not self.closed and hasattr(self, '_writes'):
            try:
                self.close()
            except OSError:
                pass


def socketpair(family=None, type=None, proto=0):
    """Two connected sockets."""
    family = AF_UNIX if family is None else family
    type = SOCK_STREAM if type is None else type
    a, b = _socket.socketpair(family, type, proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, fd)


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket that is connected to (host, port)."""
    sock = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
        return sock
    except BaseException:
        sock.close()
        raise


def create_server(address, *, family=None, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at (host, port)."""
    sock = socket(AF_INET if family is None else family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        sock.bind(address)
        sock.listen(128 if backlog is None else backlog)
        return sock
    except BaseException:
        sock.close()
        raise


def gethostbyname(hostname):
    return _resolve(hostname)


def getfqdn(name=''):
    return name or gethostname()


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    numeric = '0.0.0.0' if host is None else _resolve(host)
    number = 0 if port is None else int(port)
    kinds = ((SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP))
    return [(AF_INET, kind, protocol, '', (numeric, number)) for kind, protocol in kinds if type in (0, kind)]


def inet_aton(text):
    parts = text.split('.')
    if len(parts) != 4 or not all(p.isdigit() and int(p) < 256 for p in parts):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes([int(p) for p in parts])


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join([str(byte) for byte in packed])


def inet_pton(family, text):
    if family != AF_INET:
        raise OSError(97, 'Address family not supported by protocol')
    return inet_aton(text)


def inet_ntop(family, packed):
    if family != AF_INET:
        raise ValueError('unknown address family %d' % family)
    return inet_ntoa(packed)


def htons(x, /):
    return (x & 0xff) << 8 | (x >> 8) & 0xff


def htonl(x, /):
    return (x & 0xff) << 24 | (x >> 8 & 0xff) << 16 | (x >> 16 & 0xff) << 8 | (x >> 24) & 0xff


ntohs = htons
ntohl = htonl
