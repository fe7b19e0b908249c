"""Iterators from iterators."""
import operator
from _itertools import repeat


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for x in iterable:
        saved.append(x)
        yield x
    while saved:
        for x in saved:
            yield x


class chain:
    """The items of several iterables, one after the other."""

    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def islice(iterable, *bounds):
    what = 'Stop argument' if len(bounds) == 1 else 'Indices'
    bounds = slice(*bounds)
    start, stop, step = bounds.start or 0, bounds.stop, 1 if bounds.step is None else bounds.step
    for bound in (start, 0 if stop is None else stop, step - 1):
        if bound < 0:
            raise ValueError(what + ' for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    at = 0
    wanted = start
    while stop is None or wanted < stop:
        while at <= wanted:
            try:
                x = next(iterator)
            except StopIteration:
                return
            at += 1
        yield x
        wanted += step
    while at < stop:
        next(iterator, None)
        at += 1


def takewhile(predicate, iterable):
    for x in iterable:
        if not predicate(x):
            break
        yield x


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for x in iterator:
        if not predicate(x):
            yield x
            break
    yield from iterator


def filterfalse(predicate, iterable):
    for x in iterable:
        if not (x if predicate is None else predicate(x)):
            yield x


def compress(data, selectors):
    for x, selected in zip(data, selectors):
        if selected:
            yield x


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def accumulate(iterable, func=operator.add, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for x in iterator:
        total = func(total, x)
        yield total


def pairwise(iterable):
    iterator = iter(iterable)
    for previous in iterator:
        break
    for x in iterator:
        yield previous, x
        previous = x


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(x) for x in iterables]
    left = len(iterators)
    while left:
        row = []
        for i, iterator in enumerate(iterators):
            if iterator is None:
                row.append(fillvalue)
                continue
            try:
                row.append(next(iterator))
            except StopIteration:
                iterators[i] = None
                left -= 1
                row.append(fillvalue)
        if left:
            yield tuple(row)


def tee(iterable, n=2):
    """Independent iterators over the same items; each item waits until all have had it."""
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def walk(own):
        while True:
            if not own:
                try:
                    x = next(iterator)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(x)
            yield own.pop(0)

    return tuple([walk(queue) for queue in queues])


def groupby(iterable, key=None):
    """Runs of items with the same key. A group can be read until the next one is asked for."""
    iterator = iter(iterable)
    end = object()
    current = [next(iterator, end)]

    def run(wanted):
        while current[0] is not end and (current[0] if key is None else key(current[0])) == wanted:
            x = current[0]
            current[0] = next(iterator, end)
            yield x

    while current[0] is not end:
        wanted = current[0] if key is None else key(current[0])
        group = run(wanted)
        yield wanted, group
        for _ in group:
            pass


def product(*iterables, repeat=1):
    pools = [tuple(x) for x in iterables] * repeat
    results = [()]
    for pool in pools:
        results = [head + (x,) for head in results for x in pool]
    yield from results


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _choices(pool, len(pool) if r is None else r, lambda used, i: i not in used)


def combinations(iterable, r):
    return _choices(tuple(iterable), r, lambda used, i: not used or i > used[-1])


def combinations_with_replacement(iterable, r):
    return _choices(tuple(iterable), r, lambda used, i: not used or i >= used[-1])


def _choices(pool, r, allowed, used=()):
    """Tuples of r items of a pool in the order of their positions, where `allowed(used, next)` holds."""
    if len(used) == r:
        yield tuple([pool[i] for i in used])
        return
    for i in range(len(pool)):
        if allowed(used, i):
            yield from _choices(pool, r, allowed, used + (i,))
