# Decorators on methods, and descriptors that keep decorated methods bound.

def logged(f):
    def wrapper(self, *args):
        self.log.append((f.__name__, args))
        return f(self, *args)
    return wrapper

class Account:
    def __init__(self): self.log, self.total = [], 0
    @logged
    def deposit(self, n): self.total += n; return self.total
    @property
    @logged
    def balance(self): return self.total
    @classmethod
    def opened(cls, n):
        a = cls()
        a.deposit(n)
        return a

a = Account.opened(10)
a.deposit(5)
print(a.balance, a.log)  # expect: 15 [('deposit', (10,)), ('deposit', (5,)), ('balance', ())]

class Memo:
    def __init__(self, f): self.f, self.cache = f, {}
    def __get__(self, obj, owner=None):
        def bound(*args):
            key = (id(obj),) + args
            if key not in self.cache: self.cache[key] = self.f(obj, *args)
            return self.cache[key]
        return bound

class Maths:
    runs = 0
    @Memo
    def square(self, x):
        Maths.runs += 1
        return x * x

m = Maths()
print(m.square(4), m.square(4), m.square(5), Maths.runs)  # expect: 16 16 25 2

def both(f):
    class Wrapper:
        def __call__(self, *args): return f(*args)
        def __get__(self, obj, owner): return (lambda *args: f(obj, *args)) if obj else self
    return Wrapper()

class T:
    @both
    def method(self, x): return ("method", x)

print(T().method(1), T.method(None, 2))  # expect: ('method', 1) ('method', 2)
@staticmethod
def plain(): return "callable staticmethod"
print(plain.__func__())  # expect: callable staticmethod
