# Functions are values: stored, passed, returned, compared and given attributes.

def twice(f, x):
    return f(f(x))

print(twice(lambda x: x + 3, 10))  # expect: 16
table = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
print(table["add"](2, 3), table["mul"](2, 3))  # expect: 5 6

def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x
    return composed

print(compose(str, abs, int)("-42") + "!")  # expect: 42!

def f():
    "Says what f does."
    f.calls += 1

f.calls = 0
f(); f(); f()
print(f.calls, f.__doc__, f.__name__)  # expect: 3 Says what f does. f
g = f
print(g is f, g == f, f != twice, callable(f), callable(3))  # expect: True True True True False
print(f())  # expect: None
print((lambda: None).__name__, f.__module__)  # expect: <lambda> __main__
print(f.__dict__)  # expect: {'calls': 4}
f.__name__ = "renamed"
print(f.__name__)  # expect: renamed
