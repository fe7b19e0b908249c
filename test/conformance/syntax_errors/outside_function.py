# return outside a function is an error at compile time.
# python: 3.10-3.13
print("never printed")
return 5
# exit: 1
# stderr:   File "outside_function.py", line 4
# stderr:     return 5
# stderr:     ^^^^^^^^
# stderr: SyntaxError: 'return' outside function
