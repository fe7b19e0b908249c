# A program that does not parse prints the line and a caret, and runs nothing.
# python: 3.10-3.13
print("never printed")
if True
    print("x")
# exit: 1
# stderr:   File "missing_colon.py", line 4
# stderr:     if True
# stderr:            ^
# stderr: SyntaxError: expected ':'
