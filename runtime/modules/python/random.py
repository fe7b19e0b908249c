"""Random numbers: the same sequences as CPython's from the same seed."""
import _random
from math import acos, ceil, cos, e, exp, floor, fabs, isfinite, log, pi, sin, sqrt, tau

_UNIT = 2.0 ** -53
_GAMMA = 1.0 + log(4.5)
_FOUR_EXP = 4.0 * exp(-0.5) / sqrt(2.0)


class Random:
    """A generator of its own; the functions of this module are the methods of a shared one."""

    def __init__(self, x=None):
        self._state = _random.create()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        self.gauss_next = None
        _random.seed(self._state, _seed_number(a))

    def random(self):
        return _random.random(self._state)

    def getrandbits(self, k):
        return _random.getrandbits(self._state, k)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def getstate(self):
        return 3, _random.getstate(self._state), self.gauss_next

    def setstate(self, state):
        version, words, self.gauss_next = state
        if version != 3:
            raise ValueError('state with version %s passed to Random.setstate() of version 3' % version)
        _random.setstate(self._state, words)

    def _below(self, n):
        if n <= 0x40000000:
            return _random.below(self._state, n)
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    _randbelow = _below

    # whole numbers

    def randrange(self, start, stop=None, step=1):
        start = _index(start)
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError('empty range for randrange()')
        stop = _index(stop)
        step = _index(step)
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = (width + step + (-1 if step > 0 else 1)) // step
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # sequences

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(type(population), '__getitem__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, list(counts), n)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        # Few of many: remember the places taken. Else: draw from a pool that shrinks.
        limit = 21
        if k > 5:
            limit += 4 ** ceil(log(k * 3, 4))
        result = [None] * k
        if n <= limit:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        taken = set()
        for i in range(k):
            j = self._below(n)
            while j in taken:
                j = self._below(n)
            taken.add(j)
            result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts, n):
        sums = _sums(counts)
        if len(sums) != n:
            raise ValueError('The number of counts does not match the population')
        total = sums.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[_bisect(sums, place, len(sums))] for place in self.sample(range(total), k)]

    def choices(self, population, weights=None, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError('The number of choices must be a keyword argument: k=%r' % (weights,))
            cum_weights = _sums(weights)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[_bisect(cum_weights, self.random() * total, n - 1)] for _ in range(k)]

    # distributions

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if mode is None:
            middle = 0.5
        elif high == low:
            return low
        else:
            middle = (mode - low) / (high - low)
        if u > middle:
            u = 1.0 - u
            middle = 1.0 - middle
            low, high = high, low
        return low + (high - low) * sqrt(u * middle)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # A. J. Kinderman and J. F. Monahan, ACM Trans. Math. Software 3 (1977): ratio of uniform deviates
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _FOUR_EXP * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Box and Muller: two at a time, one kept for the next call
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * tau
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return (self._gamma_above_1(alpha) if alpha > 1.0 else self._gamma_below_1(alpha)) * beta

    def _gamma_above_1(self, alpha):
        # R. C. H. Cheng, Applied Statistics 26 (1977)
        scale = sqrt(2.0 * alpha - 1.0)
        shift = alpha - log(4.0)
        slope = alpha + scale
        while True:
            u = self.random()
            if not 1e-7 < u < 0.9999999:
                continue
            v = 1.0 - self.random()
            w = log(u / (1.0 - u)) / scale
            x = alpha * exp(w)
            z = u * u * v
            r = shift + slope * w - x
            if r + _GAMMA - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_below_1(self, alpha):
        # J. H. Ahrens and U. Dieter, Computing 12 (1974)
        while True:
            u = self.random()
            b = (e + alpha) / e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            v = self.random()
            if p > 1.0:
                if v <= x ** (alpha - 1.0):
                    return x
            elif v <= exp(-x):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def vonmisesvariate(self, mu, kappa):
        # D. J. Best and N. I. Fisher, Applied Statistics 28 (1979)
        if kappa <= 1e-6:
            return tau * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + acos(f)) % tau if self.random() > 0.5 else (mu - acos(f)) % tau


class SystemRandom(Random):
    """Numbers from the system's source of randomness; they cannot be repeated."""

    def seed(self, *args, **kwargs):
        return None

    def random(self):
        return (int.from_bytes(_random.entropy(7), 'big') >> 3) * _UNIT

    def getrandbits(self, k):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(_random.entropy(size), 'big') >> (size * 8 - k)

    def _below(self, n):
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    _randbelow = _below

    def getstate(self, *args, **kwargs):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


def _index(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), '__index__', None)
    if method is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return method(value)


def _sums(values):
    """Each value added to those before it."""
    total = 0
    sums = []
    for value in values:
        total = total + value if sums else value
        sums.append(total)
    return sums


def _bisect(sums, value, high):
    """Place of the first sum above the value, in the first `high` ones."""
    low = 0
    while low < high:
        middle = (low + high) // 2
        if value < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def _seed_number(a):
    if a is None:
        return int.from_bytes(_random.entropy(2496), 'little')
    if isinstance(a, int):
        return int(a)
    if isinstance(a, float):
        return _float_hash(a)
    if isinstance(a, str):
        a = a.encode()
    elif not isinstance(a, bytes):
        raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
    from hashlib import sha512
    return int.from_bytes(a + sha512(a).digest(), 'big')


def _float_hash(value):
    """CPython's hash of a float as an unsigned number: its exact fraction modulo a Mersenne prime."""
    if isfinite(value):
        prime = 2 ** 61 - 1
        numerator, denominator = fabs(value).as_integer_ratio()
        size = numerator * pow(denominator, prime - 2, prime) % prime
    else:
        size = 314159 if value else 0
    return 2 ** 64 - size if value < 0 else size


_shared = Random()
seed = _shared.seed
random = _shared.random
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
getstate = _shared.getstate
setstate = _shared.setstate
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
shuffle = _shared.shuffle
sample = _shared.sample
choices = _shared.choices
uniform = _shared.uniform
triangular = _shared.triangular
normalvariate = _shared.normalvariate
gauss = _shared.gauss
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
gammavariate = _shared.gammavariate
betavariate = _shared.betavariate
vonmisesvariate = _shared.vonmisesvariate
