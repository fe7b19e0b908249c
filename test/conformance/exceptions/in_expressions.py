# Exceptions raised from comprehensions, calls, arguments, operators, keys and comparisons.
# python: 3.10-3.13

def boom(*args): raise ValueError("boom %s" % (args,))

class Bomb:
    def __add__(self, o): raise ValueError("add")
    def __eq__(self, o): raise ValueError("eq")
    def __hash__(self): return 1
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")
    def __getattr__(self, n): raise ValueError("getattr " + n)
    def __len__(self): raise ValueError("len")
    def __contains__(self, x): raise ValueError("contains")
    def __call__(self): raise ValueError("call")
    def __lt__(self, o): raise ValueError("lt")
    def __str__(self): raise ValueError("str")
    def __index__(self): raise ValueError("index")

b = Bomb()
actions = [lambda: [boom(x) for x in range(3)], lambda: {boom(): 1}, lambda: print(boom("arg")), lambda: b + 1, lambda: b == 1,
           lambda: [b].index(Bomb()), lambda: {b: 1}[Bomb()], lambda: not b, lambda: 1 if b else 2, lambda: list(b), lambda: b.anything,
           lambda: len(b), lambda: 1 in b, lambda: b(), lambda: sorted([b, b]), lambda: str(b), lambda: "%s" % b, lambda: f"{b}",
           lambda: [1][b], lambda: sum([1], b), lambda: max([b, Bomb()]), lambda: list(map(boom, [1])), lambda: any([b]),
           lambda: (lambda x=boom("default"): x)(), lambda: "".join(boom() for _ in "a"), lambda: 0 > b, lambda: [*b]]
for action in actions:
    try:
        action()
        print("no error")
    except ValueError as e:
        print(e, end="; ")
print()
# expect: boom (0,); boom (); boom ('arg',); add; eq; eq; eq; bool; bool; iter; getattr anything; len; contains; call; lt; str; str; str; index; add; lt; boom (1,); bool; boom ('default',); boom (); lt; iter;
