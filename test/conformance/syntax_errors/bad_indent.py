# A block without its indentation.
# python: 3.10-3.12
def f():
return 1
# exit: 1
# stderr:   File "bad_indent.py", line 4
# stderr:     return 1
# stderr:     ^
# stderr: IndentationError: expected an indented block after function definition on line 3
