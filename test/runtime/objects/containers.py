"""Random operations on containers: prints what each gives. Arguments: seed, count. Real Pythons and ours must agree."""
import sys


class Random:
    """The same numbers everywhere (a linear congruential generator)."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2 ** 32

    def below(self, n):
        self.state = (self.state * 1664525 + 1013904223) % 2 ** 32
        return (self.state >> 8) % n

    def pick(self, values):
        return values[self.below(len(values))]


random = Random(int(sys.argv[1]))


class Key:
    """A key whose hash and equality are Python code; few of them, so that hashes clash."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        if isinstance(other, Key):
            return self.n == other.n
        return NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Key) else NotImplemented

    def __repr__(self):
        return 'Key(%d)' % self.n


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return 'Index(%d)' % self.n


class Words(list):
    pass


class Mapping(dict):
    def __missing__(self, key):
        return ('missing', key)


class Walk:
    """Iterable by Python code."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for x in self.items:
            yield x

    def __repr__(self):
        return 'Walk(%r)' % (self.items,)


def scalar():
    kind = random.below(9)
    if kind < 3:
        return random.below(7) - 2
    if kind == 3:
        return random.pick([0.0, 1.0, 2.5, -1.5, 1e20])
    if kind == 4:
        return random.pick(['', 'a', 'b', 'ab', 'x' * 40])
    if kind == 5:
        return random.pick([None, True, False, 2 ** 40, -2 ** 70])
    if kind == 6:
        return Key(random.below(6))
    if kind == 7:
        return (random.below(3), random.pick(['a', 'b']))
    return random.pick([b'a', b'', (), frozenset([1]), 3])


def items(most=7):
    return [scalar() for _ in range(random.below(most))]


def numbers(most=9):
    return [random.below(20) - 10 for _ in range(random.below(most))]


def iterable():
    kind = random.below(9)
    values = items()
    if kind == 0:
        return tuple(values)
    if kind == 1:
        return Walk(values)
    if kind == 2:
        return 'abc'[:random.below(4)]
    if kind == 3:
        return range(random.below(5))
    if kind == 4:
        return dict.fromkeys(values)
    if kind == 5:
        return Words(values)
    if kind == 6:
        return random.pick([5, None])
    return values


def index():
    kind = random.below(8)
    n = random.below(16) - 8
    if kind == 0:
        return Index(n)
    if kind == 1:
        return random.pick([None, 'x', 1.5, True, 2 ** 65])
    return n


def bound():
    return random.pick([None, None, random.below(14) - 7, Index(random.below(8) - 4), 10 ** 15, -10 ** 30])


def any_slice():
    step = random.pick([None, 1, 1, 2, -1, -2, 3, 0, Index(2), 10 ** 20])
    return slice(bound(), bound(), step)


def key():
    return any_slice() if random.below(3) == 0 else index()


def on_list():
    a = random.pick([list, Words])(items(10))
    kind = random.below(22)
    if kind == 0: a.append(scalar())
    elif kind == 1: a.extend(iterable())
    elif kind == 2: a.insert(random.below(20) - 10, scalar())
    elif kind == 3: return a.pop(random.below(20) - 10), a
    elif kind == 4: a.remove(scalar())
    elif kind == 5: return a.index(scalar(), random.below(8) - 4, random.below(12) - 2)
    elif kind == 6: return a.count(scalar())
    elif kind == 7: a.reverse()
    elif kind == 8: return a[key()]
    elif kind == 9: a[index()] = scalar()
    elif kind == 10: a[any_slice()] = iterable()
    elif kind == 11: del a[key()]
    elif kind == 12: return a + random.pick([items(), (), Words(items()), 'ab'])
    elif kind == 13: return a * random.pick([0, 1, 2, -1, True, Index(2), 'x', 1.5])
    elif kind == 14: a += iterable()
    elif kind == 15: a *= random.pick([0, 2, 3, Index(2), None])
    elif kind == 16: return scalar() in a
    elif kind == 17:
        b = items()
        return a == b, a != b, a == list(a), a < a, a <= a
    elif kind == 18:
        b = random.pick([numbers, items])()
        b.sort(reverse=random.below(2) == 0)
        return b
    elif kind == 19:
        b = random.pick([numbers(30), [Key(n % 5) for n in numbers(30)], [(n % 3, str(n)) for n in numbers(30)]])
        b.sort(key=random.pick([None, repr, lambda x: str(x)[-1:], lambda x: Key(len(repr(x)))]), reverse=random.below(2) == 0)
        return b
    elif kind == 20: return list(reversed(a)), list(enumerate(a, random.pick([0, 5, 2 ** 62]))), list(iter(a))
    else: return numbers() < numbers(), max(numbers() + [0]), min(items()), sum(numbers()), any(a), all(a)
    return a


def on_tuple():
    a = tuple(items(8))
    kind = random.below(8)
    if kind == 0: return a[key()]
    if kind == 1: return a + random.pick([tuple(items()), items()])
    if kind == 2: return a * random.pick([0, 1, 3, Index(2), 'x'])
    if kind == 3: return a.index(scalar()), a.count(scalar())
    if kind == 4: return scalar() in a, a == tuple(items(8)), a == tuple(list(a)), hash(a) == hash(tuple(list(a)))
    if kind == 5: return tuple(iterable())
    if kind == 6: return a < tuple(items(4))
    first, *rest = a
    return first, rest


def on_dict():
    a = random.pick([dict, Mapping])()
    for x in items(12):
        a[x] = scalar()
    kind = random.below(17)
    if kind == 0: return a[scalar()]
    if kind == 1: a[scalar()] = scalar()
    elif kind == 2: del a[scalar()]
    elif kind == 3: return a.get(scalar()), a.get(scalar(), 'none')
    elif kind == 4: return a.setdefault(scalar(), 'new'), a
    elif kind == 5: return a.pop(scalar()), a
    elif kind == 6: return a.pop(scalar(), 'none'), a
    elif kind == 7: return a.popitem(), a
    elif kind == 8: a.update(dict.fromkeys(items(), 'updated'), **{'word': 1})
    elif kind == 9: a.update(random.pick([list(zip(items(), items())), Walk([(1, 2), 'ab']), 5, [1], [(1, 2, 3)]]))
    elif kind == 10: return scalar() in a, list(a), list(a.values()), list(a.items()), len(a)
    elif kind == 11: return list(reversed(a)), list(reversed(a.items())), list(reversed(a.values()))
    elif kind == 12: return a | dict.fromkeys(items(), 'other')
    elif kind == 13: a |= random.pick([dict.fromkeys(items(), 'other'), [(1, 2)], None])
    elif kind == 14: return a == dict(a), a == dict(list(a.items())[::-1]), a != {}, a == dict.fromkeys(items())
    elif kind == 15: return show(a.keys() & set(items())), show(a.keys() - set(items())), a.keys() == set(a), (1, 2) in a.items()
    else:
        b = a.copy()
        a.clear()
        return a, b
    return a


def show(values):
    """A set in an order that does not depend on hashes."""
    return sorted([repr(x) for x in values])


def on_set():
    kind_of = random.pick([set, frozenset])
    a, b = kind_of(items(9)), random.pick([set, frozenset])(items(9))
    kind = random.below(12)
    if kind == 0: return show(a & b), show(a | b), show(a - b), show(a ^ b), type(a | b).__name__
    if kind == 1: return a <= b, a < b, a >= b, a > b, a == b, a != b, a.isdisjoint(b)
    if kind == 2: return show(a.union(iterable())), show(a.intersection(iterable(), items())), show(a.difference(iterable()))
    if kind == 3: return show(a.symmetric_difference(iterable())), a.issubset(iterable()), a.issuperset(iterable())
    if kind == 4: return scalar() in a, len(a), show(a)
    if kind == 5: return (a & random.pick([[1], {1: 2}, None]))
    if kind == 6: return show(kind_of(iterable()))
    if kind == 7: return hash(frozenset(a)) == hash(frozenset(list(a)))
    a = set(a)
    if kind == 8: a.add(scalar())
    elif kind == 9: a.remove(scalar())
    elif kind == 10:
        a.update(iterable(), iterable())
        a.discard(scalar())
    else:
        a &= b
        a |= set(items())
        a -= set(items())
        a ^= set(items())
    return show(a)


def on_range():
    def edge(): return random.pick([random.below(12) - 6, 2 ** 40 + random.below(3), -2 ** 70])
    start, step = edge(), random.pick([1, 2, -1, -3, 0, 2 ** 33])
    a = range(start, start + step * random.below(6) + random.below(2), step)
    kind = random.below(6)
    if kind == 0: return list(a), len(a), bool(a), list(reversed(a))
    if kind == 1: return a[index()]
    if kind == 2: return list(a[any_slice()])
    if kind == 3: return start in a, scalar() in a, a.count(start), 2.5 in a, a.index(start)
    if kind == 4: return a == range(start, start + 1), a == a[:], hash(a) == hash(a[:]), a
    return any_slice().indices(random.below(9)), range(random.pick([3, Index(3), 'x', 1.5]))


def on_iterators():
    kind = random.below(6)
    if kind == 0: return list(zip(iterable(), iterable()))
    if kind == 1: return list(map(lambda *a: a, iterable(), iterable()))
    if kind == 2: return list(filter(random.pick([None, bool, lambda x: x is not None]), iterable()))
    if kind == 3: return sorted(iterable(), key=repr), list(reversed(items()))
    if kind == 4: return dict(zip(iterable(), iterable()))
    return list(enumerate(iterable())), next(iter(iterable()), 'nothing'), min(iterable(), key=repr, default='none')


for number in range(int(sys.argv[2])):
    action = random.pick([on_list, on_list, on_tuple, on_dict, on_dict, on_set, on_range, on_iterators])
    try:
        result = repr(action())
    except (TypeError, ValueError, IndexError, KeyError, OverflowError) as error:
        result = type(error).__name__ + ': ' + str(error)
    print(number, action.__name__, result)
