# itertools.repeat: how often, what `in` leaves of it, and beside other iterators.
import itertools

three = itertools.repeat("x", 3)
print(next(three), list(three), list(three))  # expect: x ['x', 'x'] []
print(list(itertools.repeat(1, 0)), list(itertools.repeat(1, -5)), list(itertools.repeat(object=None, times=2)))  # expect: [] [] [None, None]
forever = itertools.repeat(7)
print([next(forever) for _ in range(3)], list(zip(range(3), forever)))  # expect: [7, 7, 7] [(0, 7), (1, 7), (2, 7)]
print(1 in itertools.repeat(0, 100000), 1 in itertools.repeat(1, 100000), 1 in itertools.repeat(1, 0))  # expect: False True False
some = itertools.repeat(5, 4)
print(5 in some, len(list(some)))  # expect: True 3
print(5 in itertools.repeat(5), 5.0 in itertools.repeat(5, 2), "5" in itertools.repeat(5, 2))  # expect: True True False


class Odd:
    def __eq__(self, other):
        return other == 3


print(3 in itertools.repeat(Odd(), 2), 4 in itertools.repeat(Odd(), 2))  # expect: True False
print(iter(some) is some, type(some).__name__)  # expect: True repeat
print(sum(map(pow, range(4), itertools.repeat(2))))  # expect: 14
for wrong in [lambda: itertools.repeat(), lambda: itertools.repeat(1, "2"), lambda: itertools.repeat(1, 2, 3)]:
    try:
        wrong()
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
