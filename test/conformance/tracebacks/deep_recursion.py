# An uncaught RecursionError ends with a short traceback and status 1.

def forever(): forever()
forever()
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "deep_recursion.py", line 4, in <module>
# stderr:     forever()
# stderr:   File "deep_recursion.py", line 3, in forever
# stderr:     def forever(): forever()
# stderr:   File "deep_recursion.py", line 3, in forever
# stderr:     def forever(): forever()
# stderr:   File "deep_recursion.py", line 3, in forever
# stderr:     def forever(): forever()
# stderr:   [Previous line repeated 996 more times]
# stderr: RecursionError: maximum recursion depth exceeded
