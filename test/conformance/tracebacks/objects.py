# Traceback objects: frames, line numbers, names, and walking them.
import sys
def a(): b()
def b(): c()
def c(): raise ValueError

try:
    a()
except ValueError as error:
    tb = error.__traceback__
    names, lines = [], []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        lines.append(tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno)
        tb = tb.tb_next
    print(names, lines[1:])  # expect: ['<module>', 'a', 'b', 'c'] [0, 0, 0]
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_lineno > 10, frame.f_back, frame.f_globals is globals())
def caller(): return sys._getframe(1).f_code.co_name
def named(): return caller()
print(named())
try:
    raise ValueError("with notes").with_traceback(None)
except ValueError as error:
    print(error.__traceback__.tb_next, error.__traceback__.tb_lineno > 20)
# expect: <module> True None True
# expect: named
# expect: None True
