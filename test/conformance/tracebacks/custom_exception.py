# The last line of a traceback: qualified name and text, or the name alone.
# python: 3.11-3.13
import sys
class AppError(Exception): pass

class Outer:
    class Inner(Exception): pass

def show(error):
    sys.excepthook(type(error), error, None)

for error in [ValueError("text"), ValueError(), AppError("own"), AppError(), Outer.Inner("nested"), KeyError("key"), OSError(2, "No such file"), ValueError("two\nlines"), SystemError(1, 2)]:
    show(error)
raise AppError("at the end")
# exit: 1
# stderr: ValueError: text
# stderr: ValueError
# stderr: AppError: own
# stderr: AppError
# stderr: Outer.Inner: nested
# stderr: KeyError: 'key'
# stderr: FileNotFoundError: [Errno 2] No such file
# stderr: ValueError: two
# stderr: lines
# stderr: SystemError: (1, 2)
# stderr: Traceback (most recent call last):
# stderr:   File "custom_exception.py", line 14, in <module>
# stderr:     raise AppError("at the end")
# stderr: AppError: at the end
