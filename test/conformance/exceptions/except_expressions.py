# What may stand after except: names, tuples, sums of tuples, attributes and calls, evaluated when needed.
# requires: threads
import queue

def kinds():
    print("evaluated", end=" ")
    return (KeyError, IndexError)

for error in [KeyError("k"), IndexError("i"), ValueError("v"), queue.Empty("q")]:
    try:
        raise error
    except kinds() as e:
        print("kinds", repr(e))
        # expect: evaluated kinds KeyError('k')
        # expect: evaluated kinds IndexError('i')
    except (ValueError,) + (TypeError, OSError) as e:
        print("sum of tuples", repr(e))  # expect: evaluated sum of tuples ValueError('v')
    except queue.Empty as e:
        print("attribute", repr(e))  # expect: evaluated attribute Empty('q')
try:
    pass
except kinds():
    pass
try:
    try:
        raise ValueError("v")
    except (KeyError, "not a class"):
        pass
except TypeError as e:
    print(e)  # expect: catching classes that do not inherit from BaseException is not allowed
for base in (Exception, BaseException):
    try:
        raise KeyboardInterrupt
    except base:
        print("caught by", base.__name__)
        break
    except KeyboardInterrupt:
        print("not an Exception")
# expect: not an Exception
# expect: caught by BaseException
errors = {}
for name, action in {"zero": lambda: 1 // 0, "key": lambda: {}[0], "name": lambda: nope, "none": lambda: None}.items():
    try:
        action()
    except Exception as e:
        errors[name] = type(e).__name__
    else:
        errors[name] = None
print(errors)  # expect: {'zero': 'ZeroDivisionError', 'key': 'KeyError', 'name': 'NameError', 'none': None}
