# A cache that forgets the least recently used, over a doubly linked list with cycles.

class Node:
    __slots__ = "key", "value", "before", "after"

class LRU:
    def __init__(self, size):
        self.size, self.table = size, {}
        self.head = Node()
        self.head.before = self.head.after = self.head
        self.hits = self.misses = 0
    def _unlink(self, n): n.before.after, n.after.before = n.after, n.before
    def _front(self, n):
        n.before, n.after = self.head, self.head.after
        n.after.before = n.before.after = n
    def __getitem__(self, key):
        n = self.table.get(key)
        if n is None:
            self.misses += 1
            raise KeyError(key)
        self.hits += 1
        self._unlink(n); self._front(n)
        return n.value
    def __setitem__(self, key, value):
        if key in self.table: self._unlink(self.table[key])
        elif len(self.table) == self.size:
            last = self.head.before
            self._unlink(last)
            del self.table[last.key]
        n = self.table[key] = Node()
        n.key, n.value = key, value
        self._front(n)
    def __iter__(self):
        n = self.head.after
        while n is not self.head:
            yield n.key
            n = n.after
    def close(self):
        for n in self.table.values(): n.before = n.after = None
        self.head.before = self.head.after = None

c = LRU(3)
for k in "abc": c[k] = k.upper()
print(list(c), c["a"], list(c))  # expect: ['c', 'b', 'a'] A ['a', 'c', 'b']
c["d"] = "D"
print(list(c), "b" in c.table)  # expect: ['d', 'a', 'c'] False
try:
    c["b"]
except KeyError as error:
    print("missing", error)  # expect: missing 'b'
c["c"] = "new"
print(list(c), c["c"], c.hits, c.misses)  # expect: ['c', 'd', 'a'] new 2 1

def cached(size):
    def decorate(f):
        cache = LRU(size)
        def wrapper(n):
            try: return cache[n]
            except KeyError: pass
            cache[n] = result = f(n)
            return result
        wrapper.cache = cache
        return wrapper
    return decorate

@cached(50)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache.hits, fib.cache.misses)  # expect: 1548008755920 58 61
c.close()
fib.cache.close()
