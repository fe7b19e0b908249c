# An indentation without its block.
x = 1
    y = 2
# exit: 1
# stderr:   File "unexpected_indent.py", line 3
# stderr:     y = 2
# stderr: IndentationError: unexpected indent
