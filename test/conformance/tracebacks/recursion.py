# A long traceback of one repeated line is shortened.

def down(n):
    if n == 0: raise ValueError("bottom")
    down(n - 1)

down(10)
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "recursion.py", line 7, in <module>
# stderr:     down(10)
# stderr:   File "recursion.py", line 5, in down
# stderr:     down(n - 1)
# stderr:   File "recursion.py", line 5, in down
# stderr:     down(n - 1)
# stderr:   File "recursion.py", line 5, in down
# stderr:     down(n - 1)
# stderr:   [Previous line repeated 7 more times]
# stderr:   File "recursion.py", line 4, in down
# stderr:     if n == 0: raise ValueError("bottom")
# stderr: ValueError: bottom
