# Iterators of every built-in container: exhaustion, length changes and independence.
for source in ["ab", [1, 2], (1, 2), {"k": 1, "l": 2}, range(2), b"ab", map(abs, [-1, 2]), zip("ab", "cd"), enumerate("ab")]:
    it = iter(source)
    out = [next(it), next(it)]
    print(type(it).__name__.replace("_ascii", ""), out, next(it, "end"), next(it, "end"), iter(it) is it)
    # expect: str_iterator ['a', 'b'] end end True
    # expect: list_iterator [1, 2] end end True
    # expect: tuple_iterator [1, 2] end end True
    # expect: dict_keyiterator ['k', 'l'] end end True
    # expect: range_iterator [0, 1] end end True
    # expect: bytes_iterator [97, 98] end end True
    # expect: map [1, 2] end end True
    # expect: zip [('a', 'c'), ('b', 'd')] end end True
    # expect: enumerate [(0, 'a'), (1, 'b')] end end True
a = [1, 2, 3]
i, j = iter(a), iter(a)
print(next(i), next(i), next(j), next(i), next(j))  # expect: 1 2 1 3 2
a.append(4)
print(list(i), list(j))  # expect: [4] [3, 4]
done = iter([1])
list(done)

def restart():
    yield from done
    yield "nothing left"

print(list(restart()))  # expect: ['nothing left']
print(i.__length_hint__() if hasattr(i, "__length_hint__") else "-", [x for x in zip(range(3), iter("ab"))])
# expect: 0 [(0, 'a'), (1, 'b')]

class Twice:
    def __init__(self, it): self.it = iter(it); self.left = 0
    def __iter__(self): return self
    def __next__(self):
        if not self.left:
            self.value, self.left = next(self.it), 2
        self.left -= 1
        return self.value

print(list(Twice("ab")), sum(Twice([1, 2])), dict(enumerate(Twice("x"))))
# expect: ['a', 'a', 'b', 'b'] 6 {0: 'x', 1: 'x'}

class Peek:
    def __init__(self, it): self.it, self.buffer = iter(it), []
    def peek(self):
        if not self.buffer: self.buffer.append(next(self.it))
        return self.buffer[0]
    def __iter__(self): return self
    def __next__(self): return self.buffer.pop() if self.buffer else next(self.it)

p = Peek("abc")
print(p.peek(), next(p), p.peek(), list(p))  # expect: a a b ['b', 'c']
