# Generators as stages of a pipeline.

def numbers(n):
    for i in range(n):
        yield i

def keep(test, items):
    for item in items:
        if test(item):
            yield item

def apply(f, items):
    for item in items:
        yield f(item)

def take(n, items):
    if n > 0:
        for i, item in enumerate(items):
            yield item
            if i + 1 == n:
                return

def naturals():
    n = 0
    while True:
        yield n
        n += 1

def chunks(items, size):
    chunk = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk

print(list(take(5, apply(lambda x: x * x, keep(lambda x: x % 2, naturals())))))
# expect: [1, 9, 25, 49, 81]
print(list(chunks(numbers(7), 3)), sum(numbers(1000)), list(take(0, naturals())))
# expect: [[0, 1, 2], [3, 4, 5], [6]] 499500 []

def pairwise(items):
    it = iter(items)
    a = next(it, None)
    for b in it:
        yield a, b
        a = b

print(list(pairwise("abcd")), list(pairwise([])), list(pairwise([1])))
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []

def sieve(source):
    while True:
        p = next(source)
        yield p
        source = keep(lambda n, p=p: n % p, source)

from_two = naturals(); next(from_two); next(from_two)
print(list(take(12, sieve(from_two))))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]

def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in list(its):
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)

print(list(interleave("abc", [1], (True, False))))  # expect: ['a', 1, True, 'b', False, 'c']
a, b, *rest = numbers(5)
print(a, b, rest, max(numbers(4)), 3 in numbers(10), dict(zip("ab", numbers(9))))
# expect: 0 1 [2, 3, 4] 3 True {'a': 0, 'b': 1}
