# Marks under calls, subscripts and operators.
# python: 3.11-3.12

def g(x): raise ValueError(x)

def h(x):
    return 1 + g(x) * 2

print("start")  # expect: start
total = [h(1), 2][0] + 3
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "carets_calls.py", line 10, in <module>
# stderr:     total = [h(1), 2][0] + 3
# stderr:              ^^^^
# stderr:   File "carets_calls.py", line 7, in h
# stderr:     return 1 + g(x) * 2
# stderr:                ^^^^
# stderr:   File "carets_calls.py", line 4, in g
# stderr:     def g(x): raise ValueError(x)
# stderr:               ^^^^^^^^^^^^^^^^^^^
# stderr: ValueError: 1
