# A call that does not fit its function names the function and what is missing or too much.

def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def opt(a, b=1): return a, b
def none(): return None

calls = [
    lambda: one(),
    lambda: one(1, 2),
    lambda: two(),
    lambda: two(1),
    lambda: three(),
    lambda: three(1),
    lambda: opt(),
    lambda: opt(1, 2, 3),
    lambda: none(1),
    lambda: one(b=1),
    lambda: one(1, a=2),
    lambda: two(1, c=3),
    lambda: two(*[1, 2, 3]),
    lambda: one(**{"z": 1, "a": 0}),
]
for call in calls:
    try:
        print(call())
    except TypeError as error:
        print(error)
        # expect: one() missing 1 required positional argument: 'a'
        # expect: one() takes 1 positional argument but 2 were given
        # expect: two() missing 2 required positional arguments: 'a' and 'b'
        # expect: two() missing 1 required positional argument: 'b'
        # expect: three() missing 3 required positional arguments: 'a', 'b', and 'c'
        # expect: three() missing 2 required positional arguments: 'b' and 'c'
        # expect: opt() missing 1 required positional argument: 'a'
        # expect: opt() takes from 1 to 2 positional arguments but 3 were given
        # expect: none() takes 0 positional arguments but 1 was given
        # expect: one() got an unexpected keyword argument 'b'
        # expect: one() got multiple values for argument 'a'
        # expect: two() got an unexpected keyword argument 'c'
        # expect: two() takes 2 positional arguments but 3 were given
        # expect: one() got an unexpected keyword argument 'z'
for thing in [5, "text", None, [1]]:
    try:
        thing()
    except TypeError as error:
        print(error)
        # expect: 'int' object is not callable
        # expect: 'str' object is not callable
        # expect: 'NoneType' object is not callable
        # expect: 'list' object is not callable
