# A dedent that matches no outer level.
# python: 3.9-3.13
if True:
        x = 1
    y = 2
# exit: 1
# stderr:   File "dedent_mismatch.py", line 5
# stderr:     y = 2
# stderr:          ^
# stderr: IndentationError: unindent does not match any outer indentation level
