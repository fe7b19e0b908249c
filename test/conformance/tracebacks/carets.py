# The failing part of a line is marked.
# python: 3.11-3.13

def f(a, b, c):
    return a["x"] + b.missing + c[0]["y"]

f({"x": 1}, None, [{}])
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 7, in <module>
# stderr:     f({"x": 1}, None, [{}])
# stderr:   File "carets.py", line 5, in f
# stderr:     return a["x"] + b.missing + c[0]["y"]
# stderr:                     ^^^^^^^^^
# stderr: AttributeError: 'NoneType' object has no attribute 'missing'
