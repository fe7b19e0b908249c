# Decorators that count, cache, check, retry and register, keeping the function's name.

def named(wrapper, function):
    wrapper.__name__, wrapper.__doc__, wrapper.__wrapped__ = function.__name__, function.__doc__, function
    return wrapper

def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)
    wrapper.calls = 0
    return named(wrapper, function)

def retry(times, on=Exception):
    def decorate(function):
        def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args)
                except on as error:
                    print("attempt", attempt, "failed:", error)
            raise RuntimeError("gave up after %d" % times)
        return named(wrapper, function)
    return decorate

state = {"n": 0}

@retry(3, on=ValueError)
@counted
def flaky():
    "Fails twice."
    state["n"] += 1
    if state["n"] < 3: raise ValueError(state["n"])
    return "ok"

print(flaky(), flaky.__name__, flaky.__doc__, flaky.__wrapped__.calls)
# expect: attempt 1 failed: 1
# expect: attempt 2 failed: 2
# expect: ok flaky Fails twice. 3
@retry(2)
def hopeless(): raise KeyError("no")

try:
    hopeless()
    # expect: attempt 1 failed: 'no'
    # expect: attempt 2 failed: 'no'
except RuntimeError as error:
    print(error)  # expect: gave up after 2

def checks(*kinds):
    def decorate(f):
        def wrapper(*args):
            for a, k in zip(args, kinds):
                if not isinstance(a, k): raise TypeError("%r is not %s" % (a, k.__name__))
            return f(*args)
        return wrapper
    return decorate

@checks(int, str)
def times(n, s): return n * s
print(times(2, "ab"))  # expect: abab
try:
    times("2", "ab")
except TypeError as error:
    print(error)  # expect: '2' is not int

class Router:
    def __init__(self): self.routes = {}
    def route(self, path):
        def decorate(f):
            self.routes[path] = f
            return f
        return decorate

app = Router()
@app.route("/")
def home(): return "home"
@app.route("/about")
def about(): return "about"
print([app.routes[p]() for p in sorted(app.routes)])  # expect: ['home', 'about']
