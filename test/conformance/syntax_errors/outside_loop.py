# break outside a loop is an error at compile time.
# python: 3.10-3.13
if True:
    break
# exit: 1
# stderr:   File "outside_loop.py", line 4
# stderr:     break
# stderr:     ^^^^^
# stderr: SyntaxError: 'break' outside loop
