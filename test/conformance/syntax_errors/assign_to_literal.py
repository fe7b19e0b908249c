# A literal cannot be assigned to.
# python: 3.10-3.13
5 = x
# exit: 1
# stderr:   File "assign_to_literal.py", line 3
# stderr:     5 = x
# stderr:     ^
# stderr: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
