# nonlocal needs an enclosing function with that name.
# python: 3.10-3.13

def f():
    nonlocal missing
    missing = 1
# exit: 1
# stderr:   File "nonlocal_at_module.py", line 5
# stderr:     nonlocal missing
# stderr:     ^^^^^^^^^^^^^^^^
# stderr: SyntaxError: no binding for nonlocal 'missing' found
