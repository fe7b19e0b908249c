# What a function tells about itself: names, defaults, code object.

def sample(a, b=2, /, c=3, *args, d, e=5, **kw):
    """Documented."""
    local = a
    return local

code = sample.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)
# expect: sample 3 2 2 ('a', 'b', 'c', 'd', 'e', 'args', 'kw', 'local') 8
print(sample.__defaults__, sample.__kwdefaults__, sample.__doc__, sample.__name__, code.co_firstlineno > 0)
# expect: (2, 3) {'e': 5} Documented. sample True
sample.__defaults__ = (20, 30)
print(sample(1, d=0), sample.__defaults__)  # expect: 1 (20, 30)
def plain(): pass
print(plain.__defaults__, plain.__kwdefaults__, plain.__doc__, plain.__closure__, plain.__annotations__, plain())
# expect: None None None None {} None

def outer():
    x = 1
    def inner(): return x
    return inner

print(outer().__qualname__, outer().__code__.co_freevars, outer.__code__.co_cellvars, outer.__module__)
# expect: outer.<locals>.inner ('x',) ('x',) __main__

class K:
    def m(self): pass

print(K.m.__qualname__, K().m.__name__, K().m.__func__ is K.m, K.m.__code__.co_varnames)
# expect: K.m m True ('self',)
print(sample.__globals__ is globals(), len.__name__, [].append.__name__, plain == plain, callable(code))
# expect: True len append True False
plain.tag = {"k": 1}
print(plain.tag, vars(plain), hasattr(plain, "nope"))  # expect: {'k': 1} {'tag': {'k': 1}} False
try:
    plain.nope
except AttributeError as error:
    print(error)  # expect: 'function' object has no attribute 'nope'
