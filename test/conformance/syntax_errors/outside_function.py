# return outside a function is an error at compile time.
print("never printed")
return 5
# exit: 1
# stderr:   File "outside_function.py", line 3
# stderr:     return 5
# stderr: SyntaxError: 'return' outside function
