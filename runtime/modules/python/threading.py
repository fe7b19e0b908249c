"""Threads and what they wait for, on the locks of _thread."""
import _thread
import sys
from _thread import RLock, TIMEOUT_MAX, allocate_lock, get_ident, get_native_id
from time import monotonic

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'excepthook', 'ExceptHookArgs', 'local', 'stack_size', 'get_native_id']

Lock = allocate_lock
ThreadError = _thread.error
stack_size = _thread.stack_size


class Condition:
    """Lets threads wait until another tells them that something may have changed."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._reentrant = hasattr(lock, '_release_save')
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _is_owned(self):
        lock = self._lock
        if self._reentrant:
            return lock._is_owned()
        if lock.acquire(False):
            lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Gives the lock up until notified, for at most timeout seconds. Answers whether it was notified."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        lock = self._lock
        depth = None
        if self._reentrant:
            depth = lock._release_save()
        else:
            lock.release()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return notified
        finally:
            if self._reentrant:
                lock._acquire_restore(depth)
            else:
                lock.acquire()
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true or the time has passed. Answers its last value."""
        end = None
        result = predicate()
        while not result:
            left = None
            if timeout is not None:
                if end is None:
                    end = monotonic() + timeout
                left = end - monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes at most n of the threads that wait."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            n -= 1
            waiters.pop(0).release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """Lets a number of threads in."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._condition = Condition(Lock())
        self._value = value

    def __repr__(self):
        return '<threading.%s at %#x: value=%d>' % (type(self).__name__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._condition:
            while self._value == 0:
                if not blocking:
                    return False
                left = None
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    left = end - monotonic()
                    if left <= 0:
                        return False
                self._condition.wait(left)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._condition:
            self._value += n
            self._condition.notify(n)

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than it was acquired."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._condition:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._condition.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._condition = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return '<threading.Event at %#x: %s>' % (id(self), 'set' if self._flag else 'unset')

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._condition:
            self._flag = True
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._flag = False

    def wait(self, timeout=None):
        """Waits until the flag is set, for at most timeout seconds. Answers the flag."""
        with self._condition:
            flag = self._flag
            if not flag:
                flag = self._condition.wait(timeout)
            return flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Holds threads back until so many of them have come."""

    # A barrier fills, then drains; it is broken until it is reset, which first empties it.
    _FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._condition = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = Barrier._FILLING
        self._count = 0

    def __repr__(self):
        if self.broken:
            return '<threading.Barrier at %#x: broken>' % id(self)
        return '<threading.Barrier at %#x: waiters=%d/%d>' % (id(self), self.n_waiting, self.parties)

    def wait(self, timeout=None):
        """Waits for the others. Answers a number from 0 to parties - 1, different for each."""
        if timeout is None:
            timeout = self._timeout
        with self._condition:
            while self._state in (Barrier._DRAINING, Barrier._RESETTING):
                self._condition.wait()
            if self._state == Barrier._BROKEN:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._wait_for_others(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (Barrier._DRAINING, Barrier._RESETTING):
                    self._state = Barrier._FILLING
                    self._condition.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = Barrier._DRAINING
            self._condition.notify_all()
        except:
            self._break()
            raise

    def _wait_for_others(self, timeout):
        if not self._condition.wait_for(lambda: self._state != Barrier._FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = Barrier._BROKEN
        self._condition.notify_all()

    def reset(self):
        """Back to the beginning; threads that wait get BrokenBarrierError."""
        with self._condition:
            if self._count > 0:
                if self._state != Barrier._DRAINING:
                    self._state = Barrier._RESETTING
            else:
                self._state = Barrier._FILLING
            self._condition.notify_all()

    def abort(self):
        """Breaks the barrier for all who wait and will wait."""
        with self._condition:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == Barrier._FILLING else 0

    @property
    def broken(self):
        return self._state == Barrier._BROKEN


_numbers = 0
_active = {}
_starting = set()
_registry_lock = allocate_lock()


def _next_name(template):
    global _numbers
    _numbers += 1
    return template % _numbers


class Thread:
    """A thread of control: the call of target, or of an overridden run."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if name is None:
            name = _next_name('Thread-%d')
            if target is not None and hasattr(target, '__name__'):
                name = '%s (%s)' % (name, target.__name__)
        self._name = str(name)
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._finished = False
        # Held from the start of the thread to its end.
        self._running = allocate_lock()
        self._initialized = True

    def __repr__(self):
        status = 'initial'
        if self._started.is_set():
            status = 'stopped' if self._finished else 'started'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += ' %s' % self._ident
        return '<%s(%s, %s)>' % (type(self).__name__, self._name, status)

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set() or self in _starting:
            raise RuntimeError('threads can only be started once')
        with _registry_lock:
            _starting.add(self)
        self._running.acquire()
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException:
            with _registry_lock:
                _starting.discard(self)
            self._running.release()
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A thread may outlive what it was called with.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._ident = get_ident()
            self._native_id = get_native_id()
            with _registry_lock:
                _active[self._ident] = self
                _starting.discard(self)
            self._started.set()
            try:
                self.run()
            except BaseException as error:
                _call_excepthook(self, error)
        finally:
            _thread._forget_locals()
            with _registry_lock:
                _active.pop(self._ident, None)
            self._finished = True
            self._running.release()

    def join(self, timeout=None):
        """Waits until the thread has ended, for at most timeout seconds."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self._finished:
            return
        if timeout is None:
            ended = self._running.acquire()
        else:
            ended = self._running.acquire(True, timeout) if timeout > 0 else self._running.acquire(False)
        if ended:
            self._running.release()

    def is_alive(self):
        return self._started.is_set() and not self._finished

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    """Calls a function after so many seconds, unless it is cancelled first."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _RunningThread(Thread):
    """A thread that this module has not started: the main thread, or one of _thread's."""

    def __init__(self, name, daemon):
        Thread.__init__(self, name=name, daemon=daemon)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._started._flag = True
        self._running.acquire()
        with _registry_lock:
            _active[self._ident] = self


class _MainThread(_RunningThread):
    pass


class _DummyThread(_RunningThread):
    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    thread = _active.get(get_ident())
    if thread is None:
        thread = _DummyThread(_next_name('Dummy-%d'), True)
    return thread


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    with _registry_lock:
        return list(_active.values()) + list(_starting)


def active_count():
    with _registry_lock:
        return len(_active) + len(_starting)


activeCount = active_count


class ExceptHookArgs(tuple):
    """What excepthook gets: the exception's class, the exception, its traceback, and the thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Reports an exception that has ended a thread."""
    if args.exc_type == SystemExit:
        return
    import traceback
    name = get_ident() if args.thread is None else args.thread.name
    traceback._report('Exception in thread %s:\n' % name, args.exc_value)


__excepthook__ = excepthook


def _call_excepthook(thread, error):
    args = ExceptHookArgs((type(error), error, error.__traceback__, thread))
    try:
        excepthook(args)
    except BaseException as failure:
        import traceback
        traceback._report('Exception in threading.excepthook:\n', failure)


_local_keys = 0


class local:
    """An object whose attributes each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        global _local_keys
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        _local_keys += 1
        object.__setattr__(self, '_state', (_local_keys, args, kwargs))
        _thread._local_dict()[_local_keys] = {}
        return self

    def __getattribute__(self, name):
        attributes = _local_attributes(self)
        if name == '__dict__':
            return attributes
        if name in attributes:
            return attributes[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        attributes = _local_attributes(self)
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        else:
            attributes[name] = value

    def __delattr__(self, name):
        attributes = _local_attributes(self)
        if name not in attributes:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        del attributes[name]

    def __del__(self):
        _thread._drop_local(object.__getattribute__(self, '_state')[0])


def _local_attributes(self):
    """The calling thread's attributes. A thread's first use calls __init__."""
    key, args, kwargs = object.__getattribute__(self, '_state')
    table = _thread._local_dict()
    attributes = table.get(key)
    if attributes is None:
        attributes = table[key] = {}
        if type(self).__init__ is not object.__init__:
            type(self).__init__(self, *args, **kwargs)
    return attributes


def _shutdown():
    """Waits for all threads that are not daemons, at the end of the main thread."""
    _main_thread._finished = True
    if _main_thread._running.locked():
        _main_thread._running.release()
    while True:
        waiting = [t for t in enumerate() if not t.daemon and t is not _main_thread]
        if not waiting:
            return
        for thread in waiting:
            thread._running.acquire()
            thread._running.release()


_main_thread = _MainThread('MainThread', False)
