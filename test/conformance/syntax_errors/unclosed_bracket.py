# A bracket that is never closed.
# python: 3.10-3.13
print("never printed")
values = [1, 2,
x = 5
# exit: 1
# stderr:   File "unclosed_bracket.py", line 4
# stderr:     values = [1, 2,
# stderr:              ^
# stderr: SyntaxError: '[' was never closed
