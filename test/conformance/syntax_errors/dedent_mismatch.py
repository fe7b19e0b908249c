# A dedent that matches no outer level.
if True:
        x = 1
    y = 2
# exit: 1
# stderr:   File "dedent_mismatch.py", line 4
# stderr:     y = 2
# stderr: IndentationError: unindent does not match any outer indentation level
