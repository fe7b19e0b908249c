# A statement over several lines reports the line that fails.

def f(a, b):
    return (a +
            b)

f(
    1,
    "two",
)
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "multi_line.py", line 7, in <module>
# stderr:     f(
# stderr:   File "multi_line.py", line 4, in f
# stderr:     return (a +
# stderr: TypeError: unsupported operand type(s) for +: 'int' and 'str'
