# Decorators wrap functions, stack from the bottom up, and may take arguments.
# python: 3.9-3.13

def loud(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs).upper() + "!"
    wrapper.__name__ = function.__name__
    return wrapper

def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return " ".join([function(*args)] * times)
        return wrapper
    return decorate

@loud
def hi(name): return "hi " + name
@loud
@repeat(2)
def yo(name): return "yo " + name
@repeat(2)
@loud
def hey(name): return "hey " + name
print(hi("ada"), hi.__name__)  # expect: HI ADA! hi
print(yo("bob"))  # expect: YO BOB YO BOB!
print(hey("eve"))  # expect: HEY EVE! HEY EVE!
order = []

def note(label):
    order.append("eval " + label)
    def decorate(f):
        order.append("apply " + label)
        return f
    return decorate

@note("a")
@note("b")
def f(): pass
print(order)  # expect: ['eval a', 'eval b', 'apply b', 'apply a']

class CountCalls:
    def __init__(self, function): self.function, self.calls = function, 0
    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

@CountCalls
def square(x): return x * x
print(square(3), square(4), square.calls)  # expect: 9 16 2
@(lambda f: "replaced")
def gone(): pass
print(gone)  # expect: replaced
registry = {}

def register(cls):
    registry[cls.__name__] = cls
    cls.registered = True
    return cls

@register
class Thing: pass
print(registry["Thing"] is Thing, Thing.registered)  # expect: True True
