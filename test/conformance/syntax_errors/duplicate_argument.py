# A parameter's name may occur once.

def f(a, b, a): pass
# exit: 1
# stderr:   File "duplicate_argument.py", line 3
# stderr:     def f(a, b, a): pass
# stderr: SyntaxError: duplicate argument 'a' in function definition
