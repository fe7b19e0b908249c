# nonlocal needs an enclosing function with that name.

def f():
    nonlocal missing
    missing = 1
# exit: 1
# stderr:   File "nonlocal_at_module.py", line 4
# stderr:     nonlocal missing
# stderr: SyntaxError: no binding for nonlocal 'missing' found
