# An uncaught exception prints a traceback to standard error and ends with status 1.

def inner(x):
    return 10 / x

def outer(x):
    value = inner(x)
    return value

print("before")  # expect: before
outer(0)
print("never")
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "uncaught.py", line 11, in <module>
# stderr:     outer(0)
# stderr:   File "uncaught.py", line 7, in outer
# stderr:     value = inner(x)
# stderr:   File "uncaught.py", line 4, in inner
# stderr:     return 10 / x
# stderr: ZeroDivisionError: division by zero
