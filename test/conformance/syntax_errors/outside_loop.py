# break outside a loop is an error at compile time.
if True:
    break
# exit: 1
# stderr:   File "outside_loop.py", line 3
# stderr:     break
# stderr: SyntaxError: 'break' outside loop
