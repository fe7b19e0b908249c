# The name in `except ... as name` is deleted when its block ends.
error = "before"
try:
    raise ValueError("v")
except ValueError as error:
    kept = error
    print("inside", error)  # expect: inside v
try:
    print(error)
except NameError as problem:
    print(problem)  # expect: name 'error' is not defined
print(repr(kept))  # expect: ValueError('v')

def local():
    try:
        raise KeyError("k")
    except KeyError as e:
        pass
    try:
        return e
    except UnboundLocalError as problem:
        return type(problem).__name__

print(local())  # expect: UnboundLocalError

def leave_early():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0:
                continue
            return e.args

print(leave_early())  # expect: (1,)
try:
    raise ValueError
except ValueError as e:
    e = 5
    print(e)  # expect: 5
try:
    e
except NameError as problem:
    print(problem)  # expect: name 'e' is not defined
