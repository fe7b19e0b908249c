# A class with state and methods; instances are separate; class attributes are shared.
# python: 3.10-3.13

class Counter:
    """Counts."""
    made = 0
    def __init__(self, start=0):
        self.value = start
        Counter.made += 1
    def step(self, by=1):
        self.value += by
        return self

a = Counter()
b = Counter(10)
a.step().step(5)
print(a.value, b.value, Counter.made, a.made)  # expect: 6 10 2 2
a.made = "own"
print(a.made, b.made, Counter.made)  # expect: own 2 2
del a.made
print(a.made)  # expect: 2
print(Counter.__name__, Counter.__doc__, type(a) is Counter, a.__class__.__name__)
# expect: Counter Counts. True Counter
print(a.__dict__, sorted(n for n in Counter.__dict__ if not n.startswith("__")))
# expect: {'value': 6} ['made', 'step']
step = b.step
print(step(2).value, Counter.step(b, 3).value)  # expect: 12 15
print(step.__self__ is b, step.__func__ is Counter.step, step.__name__)  # expect: True True step
try:
    a.nothing
except AttributeError as error:
    print(error)  # expect: 'Counter' object has no attribute 'nothing'
try:
    Counter.nothing
except AttributeError as error:
    print(error)  # expect: type object 'Counter' has no attribute 'nothing'
try:
    Counter(1, 2)
except TypeError as error:
    print(error)  # expect: Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
