"""What programs do with the small library modules: prints the same on a real Python and on ours."""
import bisect
import collections
import contextlib
import copy
import functools
import heapq
import itertools
import json
import operator
import string


def attempt(action):
    try:
        return action()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


# ---- functools
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.mul, [], 7))
print(attempt(lambda: functools.reduce(operator.add, [])))
base_two = functools.partial(int, base=2)
print(base_two('101'), functools.partial(max, 3)(1, 9), functools.partial(base_two)('11'), base_two.keywords)
print(sorted('bca', key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    """Counts rabbits."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(60), fibonacci.cache_info(), fibonacci.__name__, fibonacci.__doc__, fibonacci.__wrapped__ is not fibonacci)


@functools.total_ordering
class Size:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __lt__(self, other): return self.n < other.n


a, b = Size(1), Size(2)
print(a < b, a <= b, a > b, a >= b, a <= Size(1), a >= Size(1), a > Size(1), max(a, b).n)


class Once:
    @functools.cached_property
    def value(self):
        print('computed')
        return 5


once = Once()
print(once.value, once.value)


# ---- itertools
print(list(itertools.islice(itertools.count(3, 2), 4)), list(itertools.islice('abcdefg', 1, None, 2)))
print(list(itertools.islice(itertools.cycle('ab'), 5)), list(itertools.repeat(0, 3)))
print(list(itertools.chain('ab', [1], ())), list(itertools.chain.from_iterable(['ab', 'c'])))
print(list(itertools.takewhile(lambda x: x < 3, range(9))), list(itertools.dropwhile(lambda x: x < 3, range(6))))
print(list(itertools.filterfalse(lambda x: x % 2, range(6))), list(itertools.compress('abcd', [1, 0, 1, 0])))
print(list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.accumulate([1, 2, 3])))
print(list(itertools.accumulate([3, 1, 2], max, initial=0)), list(itertools.accumulate([])), list(itertools.pairwise('abc')))
print(list(itertools.zip_longest('ab', [1], 'xyz', fillvalue='-')), [list(t) for t in itertools.tee('abc', 3)])
print([(k, list(g)) for k, g in itertools.groupby('aabccc')], [k for k, g in itertools.groupby([1, 3, 2, 5], lambda x: x % 2)])
print(list(itertools.product('ab', range(2))), list(itertools.product([0, 1], repeat=2)), list(itertools.product()))
print(list(itertools.permutations('abc', 2)), len(list(itertools.permutations(range(5)))))
print(list(itertools.combinations('abcd', 2)), list(itertools.combinations_with_replacement('ab', 2)), list(itertools.combinations('a', 2)))
it = iter(range(10))
print(list(itertools.islice(it, 3)), next(it), attempt(lambda: itertools.islice('a', -1)))


# ---- collections
d = collections.defaultdict(list)
for word in 'one two three'.split(): d[len(word)].append(word)
print(d, d[9], dict(d), attempt(lambda: collections.defaultdict()['x']))
c = collections.Counter('abracadabra')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements())[:3])
print(c + collections.Counter('aaz'), c - collections.Counter('aaaaab'), c & collections.Counter('ab'), collections.Counter(x=1) | collections.Counter(x=3))
q = collections.deque([1, 2, 3], maxlen=3)
q.append(4); q.appendleft(0)
print(q, q[0], q[-1], len(q), 2 in q, list(reversed(q)), q == collections.deque([0, 2, 3]))
q.rotate(1); print(q, q.pop(), q.popleft(), attempt(collections.deque().pop), attempt(lambda: q[5]))
q = collections.deque()
for i in range(1000):
    q.append(i)
    if i % 3: q.popleft()
for i in range(50): q.appendleft(-i)
print(len(q), q[0], q[50], q[-1], sum(q))
o = collections.OrderedDict(a=1, b=2, c=3)
o.move_to_end('a'); print(list(o), o.popitem(last=False), o == {'c': 3, 'a': 1}, o == collections.OrderedDict(a=1, c=3))
Point = collections.namedtuple('Point', 'x y', defaults=[0])
p = Point(3)
print(p, p.x, p == (3, 0), p._replace(y=9), p._asdict(), Point._fields, Point(y=1, x=2), Point._make([5, 6]), tuple(p), hash(p) == hash((3, 0)))
print(attempt(lambda: Point()), attempt(lambda: Point(1, 2, 3)), attempt(lambda: collections.namedtuple('N', 'a a')))


# ---- contextlib
@contextlib.contextmanager
def tag(name):
    print('<' + name + '>')
    try:
        yield name.upper()
    finally:
        print('</' + name + '>')


with tag('p') as upper: print(upper)
print(attempt(lambda: [1 for _ in 'a' if tag('b').__enter__() and 1 / 0]))
with contextlib.suppress(KeyError): {}['x']
with contextlib.ExitStack() as stack:
    stack.enter_context(tag('outer'))
    stack.callback(print, 'called back')
    print('inside')
with contextlib.nullcontext(5) as five: print(five)


@tag('decorated')
def decorated(): return 'result'


print(decorated(), decorated())


# ---- operator, bisect, heapq, string
print(operator.itemgetter(1)('abc'), operator.itemgetter(0, 2)('abc'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([], 1))
s = [1, 4]; bisect.insort(s, 2); print(s)
h = [5, 1, 4, 2]; heapq.heapify(h); heapq.heappush(h, 0); print([heapq.heappop(h) for _ in range(5)], heapq.nsmallest(2, [3, 1, 2]))
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('ab cd'))


# ---- copy
x = [1, [2, (3, [4])], {'k': {5}}]
y, z = copy.copy(x), copy.deepcopy(x)
x[1].append('new'); x[2]['k'].add(6)
print(y, z, y[1] is x[1], z[1] is x[1])
loop = [1]; loop.append(loop); twin = copy.deepcopy(loop); print(twin[1] is twin, twin is loop)


class Thing:
    def __init__(self): self.items = [1]


t = Thing(); u = copy.deepcopy(t); v = copy.copy(t); t.items.append(2); print(u.items, v.items, type(u).__name__)


# ---- json
value = {'a': [1, 2.5, True, None, 'x"\n\u00e9\U0001f600'], 'b': {}, 'c': [], 'd': (1,), 5: -0.0, 'big': 10 ** 20}
text = json.dumps(value)
print(text)
print(json.loads(text), json.loads(' [1e3, -0, 0.5, "\\u0041\\ud83d\\ude00\\/", []] '))
print(json.dumps(value, indent=2, sort_keys=False), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')), json.dumps('é', ensure_ascii=False))
for bad in ['', '[1,]', '{"a" 1}', '{a: 1}', '"abc', '[1 2]', 'nul', '1 2', '"\\x"', '{"a": 1,}']:
    print(attempt(lambda: json.loads(bad)))
print(attempt(lambda: json.dumps({1, 2})), json.dumps({1, 2}, default=sorted), attempt(lambda: json.dumps(loop)), json.dumps(float('inf')))
