# An exception raised in __next__ or __iter__ reaches the loop; StopIteration ends it.

class Fails:
    def __init__(self, n, error): self.n, self.error = n, error
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise self.error
        self.n -= 1
        return self.n

for error in [StopIteration, ValueError("bad"), IndexError("index")]:
    seen = []
    try:
        for x in Fails(2, error): seen.append(x)
        print("ended", seen)  # expect: ended [1, 0]
    except Exception as caught:
        print("raised", repr(caught), seen)
        # expect: raised ValueError('bad') [1, 0]
        # expect: raised IndexError('index') [1, 0]
for consumer in [list, tuple, set, sum, max, sorted, any, dict, "".join, lambda it: [*it], lambda it: [x for x in it], lambda it: 99 in it]:
    try:
        consumer(Fails(0, KeyError("k")))
        print("no error")
    except KeyError as caught:
        print(caught, end=" ")
print()  # expect: 'k' 'k' 'k' 'k' 'k' 'k' 'k' 'k' 'k' 'k' 'k' 'k'
try:
    a, b = Fails(1, ValueError("while unpacking"))
except ValueError as caught:
    print(caught)  # expect: while unpacking

class Bad:
    def __iter__(self): raise RuntimeError("no iterator today")

try:
    for x in Bad(): pass
except RuntimeError as caught:
    print(caught)  # expect: no iterator today
