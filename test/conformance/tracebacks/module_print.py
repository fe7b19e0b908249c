# The traceback module prints and formats the exception at hand.
import sys, traceback
def fails(): raise ValueError("formatted")

try:
    fails()
except ValueError as error:
    text = traceback.format_exc()
    lines = text.splitlines()
    print(lines[0])  # expect: Traceback (most recent call last):
    print(lines[-1])  # expect: ValueError: formatted
    print(traceback.format_exception_only(type(error), error))  # expect: ['ValueError: formatted\n']
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout, limit=0)  # expect: ValueError: formatted
print(len(lines) >= 6)  # expect: True
# stderr: Traceback (most recent call last):
# stderr:   File "module_print.py", line 6, in <module>
# stderr:     fails()
# stderr:   File "module_print.py", line 3, in fails
# stderr:     def fails(): raise ValueError("formatted")
# stderr: ValueError: formatted
