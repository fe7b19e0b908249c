# What a worker executes before its first thread's first bytecode: each of the evaluation loop's ways a few times, so
# that V8 knows all of them when it optimises the loop. It would throw the optimised code away at each that it has not
# met, ten times in a program's first second or two.


class _Trained:
    shared = 1

    def __init__(self, value):
        self.value = value

    def same(self, value):
        return value

    def more(self, *values, **named):
        return len(values) + len(named)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return True


def _train_default(a, b=2, *, c=3):
    return a + b + c


def _train_global():
    global _trained
    _trained = 1
    return _trained


def _train_integers(n):
    most = 1073741823
    x = most + n
    x += most
    x = x - most
    x = n
    y = n
    while x > 0:
        x -= 1
        y += x
        y = y & 255
        y = y - x
        y = y * 3
        if x == y or x != 2 and x >= 1 and not x <= 0 and y < n:
            y += 1
        y = -y
    while x < n:
        x += 1
    while x != y and n > 1:
        n -= 1
    y = (n + 1) % 3 + n // 2 - (n | 4) ^ (n << 1) >> 1
    y *= n * 2
    y &= n * 7
    y |= n * 8
    y %= n * 5
    y //= n * 1
    y -= n * 2
    y += n * 2
    y *= n
    y &= n
    y = y * most * most * most // most
    while y - n > n * 2:
        y = n - y
    if y + 1 < n or y + 1 <= n or y + 1 == n + n or y + 1 != n and y - 1 >= n + 3:
        y = 1 - n
    y = most * 4
    y -= 1
    y += n
    y = y // 7 % 5 << 2 >> 1 | 1 ^ n
    return (y / 2, +y, ~y, y < 2, y > most * 8, y == 1, most * most > 1, n is None, n is not y, n in (1, 2), n not in (1, 2))


def _train_floats(n):
    x = 0.5
    y = 1.5
    while n > 0:
        z = x * 1.5 - y
        z = z + x * y
        z = n * z / 2
        z -= x
        z += n
        if z < x or z > 0.25 and x == y or x != y and x <= y and z >= 2:
            x = z / 4.0
        n -= 1
        z = 7 / 2 - z
        z = (x + y) * (x - y)
        z = 1 if z else 0
    while x + y < y + 8.0:
        x = x + y * 2.0
    while not x - y < 0.0:
        x = x - y * 2.0
    if x + y > x * y or x + y == 1 or 2 != x + y or 1 <= y + y or x + y >= 2.0:
        x = y
    x += y * y
    x -= y * y
    x *= y + y
    x /= y + y
    x //= y + y
    x = y
    x = 2.5
    return -x, 1.5 < 2.5, 2 >= 1.5


def _train_items(n):
    items = []
    for i in range(n):
        items.append(i)
        items[i] = items[-1] + items[0]
    found = {}
    for item in items:
        found[item] = item
        found['%d' % item] = found.get(item, None)
    for key in found:
        if key in found and found[key] is not None:
            continue
    for key, item in found.items():
        del items[:1]
    a, b = (1, 2)
    a, b, c = [1, 2, 3]
    a, *b = 'abc'
    del found['0']
    text = 'a' + 'b'
    text += f'{a}{n!r}' + text[0] + text[1:]
    if text == 'b' or text < 'c' or text > 'd' or text:
        text = text.upper()
    for letter in text:
        pass
    for pair in enumerate(zip(text, text)):
        pass
    tuples = [(i, -i) for i in range(n) if i & 1]
    sums = sum(i for i in range(n))
    return tuples, {i: i for i in range(n)}, {1, n}, {i for i in range(n)}, sums, sorted(items), items == tuples, text[::-1]


def _train_generator(n):
    while n:
        got = yield n
        n -= 1
    yield from (1, 2)


def _train_calls(n):
    thing = _Trained(n)
    other = _Trained(None)
    other.extra = 1
    same = thing.same
    for i in range(n):
        thing.value = thing.same(i) + other.same(thing.value)
        thing.value += i
        same(thing.shared)
        other.value = i * 1.5
        other.more(i, *(1, 2), k=i, **{'j': i})
        _train_default(i)
        _train_default(i, c=1)
        _train_default(i, 1)
        len(str(abs(-i)))
        max(i, n)
        isinstance(i, int)
    cell = n

    def inner(x):
        nonlocal cell
        cell = x
        return cell + n

    text = '%d' % n

    def other_inner():
        return text

    other_inner()
    _block()
    total = inner(1) + (lambda x: x + cell)(2)
    for i in _train_generator(n):
        total += i
    generator = _train_generator(2)
    next(generator)
    generator.send(1)
    return list(map(inner, [1, 2])), other.value, _train_global()


def _train_errors(n):
    caught = 0
    while n > 0:
        n -= 1
        try:
            if n & 1:
                raise ValueError(n)
            else:
                [][n]
        except ValueError as error:
            caught += 1
        except (IndexError, KeyError):
            caught += 2
        finally:
            caught += 1
        with _Trained(n) as thing:
            thing.missing
    try:
        try:
            None.missing
        except AttributeError:
            raise
    except AttributeError:
        pass
    assert caught
    return caught if caught is not None else None


def _train():
    for n in (3, 4, 5):
        for train in (_train_integers, _train_floats, _train_items, _train_calls, _train_errors):
            train(n)
    return 0
