# Exceptions with shared syntax.
from __future__ import print_function
import sys

class Own(Exception):
    def __init__(self, code):
        Exception.__init__(self, "code %d" % code)
        self.code = code

def risky(n):
    try:
        if n == 0: raise Own(7)
        if n == 1: return {}["k"]
        return "fine"
    except KeyError as e:
        return "key %s" % e
    else:
        return "never"
    finally:
        print("finally", n)

for n in range(3):
    try:
        print(risky(n))
    except Own as e:
        print(e, e.code, e.args, sys.exc_info()[0].__name__)
# expect: finally 0
# expect: code 7 7 ('code 7',) Own
# expect: finally 1
# expect: key 'k'
# expect: finally 2
# expect: fine
try:
    try:
        [][0]
    finally:
        print("cleanup")  # expect: cleanup
except (IndexError, ValueError) as e:
    print(e)  # expect: list index out of range
try:
    raise Own(1)
except Exception:
    print("caught as Exception")  # expect: caught as Exception
try:
    int("x")
except ValueError as e:
    print(e)  # expect: invalid literal for int() with base 10: 'x'
