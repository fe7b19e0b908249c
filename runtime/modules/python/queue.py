"""Queues between threads."""
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    """A get that must not wait, or not longer, found nothing."""


class Full(Exception):
    """A put that must not wait, or not longer, found no room."""


class _Items:
    """First in, first out: items by their number."""

    def __init__(self):
        self.first = self.next = 0
        self.items = {}

    def __len__(self):
        return self.next - self.first

    def append(self, item):
        self.items[self.next] = item
        self.next += 1

    def popleft(self):
        item = self.items.pop(self.first)
        self.first += 1
        return item


def _wait(condition, is_ready, block, timeout, error):
    """Waits, holding the condition's lock, until is_ready(); raises error where it must not go on waiting."""
    if not block:
        if not is_ready():
            raise error
    elif timeout is None:
        while not is_ready():
            condition.wait()
    elif timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    else:
        end = monotonic() + timeout
        while not is_ready():
            left = end - monotonic()
            if left <= 0:
                raise error
            condition.wait(left)


class Queue:
    """First in, first out; put waits while maxsize items are in it (0: without limit)."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        self.unfinished_tasks = 0

    # What subclasses replace.
    def _init(self, maxsize):
        self.queue = _Items()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return self._qsize() == 0

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.maxsize > 0 and self._qsize() >= self.maxsize:
                _wait(self.not_full, lambda: self._qsize() < self.maxsize, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if timeout is not None and block and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            if self._qsize() == 0:
                _wait(self.not_empty, self._qsize, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        """Says that an item which get gave has been dealt with."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks = unfinished
            if unfinished == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until all items have been dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without limit and without task_done."""

    def __init__(self):
        self._items = _Items()
        self._not_empty = Condition(Lock())

    def put(self, item, block=True, timeout=None):
        with self._not_empty:
            self._items.append(item)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        if timeout is not None and block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._not_empty:
            if not len(self._items):
                _wait(self._not_empty, self._items.__len__, block, timeout, Empty)
            return self._items.popleft()

    def put_nowait(self, item):
        return self.put(item)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return len(self._items) == 0
