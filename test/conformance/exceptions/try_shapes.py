# try with except, else and finally in every combination, in the order in which they run.

def run(action):
    trace = []
    try:
        trace.append("try")
        action()
    except ValueError:
        trace.append("except")
    else:
        trace.append("else")
    finally:
        trace.append("finally")
    return trace

def bad(): raise ValueError("bad")
def good(): pass
print(run(good))  # expect: ['try', 'else', 'finally']
print(run(bad))  # expect: ['try', 'except', 'finally']
def worse(): raise KeyError("worse")

try:
    run(worse)
except KeyError as error:
    print("outside", error, error.args)  # expect: outside 'worse' ('worse',)
try:
    print("only finally")  # expect: only finally
finally:
    print("done")  # expect: done
try:
    try:
        raise IndexError("inner")
    finally:
        print("cleanup")  # expect: cleanup
except IndexError as error:
    print("caught", error)  # expect: caught inner
try:
    pass
except Exception:
    print("never")
else:
    print("else without finally")  # expect: else without finally
try:
    raise TypeError
except (ValueError, TypeError) as error:
    print(repr(error))  # expect: TypeError()
try:
    raise OSError(2, "gone")
except Exception as error:
    print(type(error).__name__, error.args)  # expect: FileNotFoundError (2, 'gone')
try:
    raise RuntimeError("x")
except:
    print("bare")  # expect: bare
