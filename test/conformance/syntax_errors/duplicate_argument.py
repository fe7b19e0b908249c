# A parameter's name may occur once.
# python: 3.10-3.13

def f(a, b, a): pass
# exit: 1
# stderr:   File "duplicate_argument.py", line 4
# stderr:     def f(a, b, a): pass
# stderr:                 ^
# stderr: SyntaxError: duplicate argument 'a' in function definition
