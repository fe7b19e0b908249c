# getattr, setattr, hasattr, delattr, vars, dir.
# python: 3.11-3.13

class T:
    kind = "class"
    def __init__(self): self.own = 1
    def method(self): return "called"
    @property
    def bad(self): raise ValueError("from a property")

t = T()
print(getattr(t, "own"), getattr(t, "kind"), getattr(t, "none", "default"), getattr(t, "method")(), hasattr(t, "own"), hasattr(t, "x"))
# expect: 1 class default called True False
setattr(t, "new", 5)
setattr(t, "not an identifier", 6)
print(vars(t), t.new, getattr(t, "not an identifier"))
# expect: {'own': 1, 'new': 5, 'not an identifier': 6} 5 6
delattr(t, "new")
print(hasattr(t, "new"), [n for n in dir(t) if not n.startswith("__")], "__init__" in dir(t), [n for n in dir(T) if not n.startswith("_")])
# expect: False ['bad', 'kind', 'method', 'not an identifier', 'own'] True ['bad', 'kind', 'method']
for action in [lambda: getattr(t, "none"), lambda: hasattr(t, "bad"), lambda: getattr(t, 5), lambda: vars(5), lambda: setattr(t, "bad", 1), lambda: delattr(t, "zz")]:
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" of ")[0])
        # expect: AttributeError 'T' object has no attribute 'none'
        # expect: ValueError from a property
        # expect: TypeError attribute name must be string, not 'int'
        # expect: TypeError vars() argument must have __dict__ attribute
        # expect: AttributeError property 'bad'
        # expect: AttributeError 'T' object has no attribute 'zz'
print(sorted(n for n in vars(T) if not n.startswith("__")), "upper" in dir("a"), "append" in dir([]), vars() is globals())
# expect: ['bad', 'kind', 'method'] True True True

def f():
    b, a = 1, 2
    return dir(), vars() == {"a": 2, "b": 1}

print(f())  # expect: (['a', 'b'], True)
