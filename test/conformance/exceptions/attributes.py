# What exceptions carry: args, name, errno, code, value, traceback, notes.
try:
    open_missing = {}["key"]
except KeyError as e:
    print(e.args, str(e), e.__traceback__ is not None, e.__cause__, e.__context__)
    # expect: ('key',) 'key' True None None
try:
    (5).missing
except AttributeError as e:
    print(e, type(e.args).__name__)  # expect: 'int' object has no attribute 'missing' tuple
try:
    undefined_name
except NameError as e:
    print(e)  # expect: name 'undefined_name' is not defined
try:
    import no_such_module_here
except ImportError as e:
    print(type(e).__name__, e, e.name)
    # expect: ModuleNotFoundError No module named 'no_such_module_here' no_such_module_here
e = OSError(2, "No such thing", "file.txt")
print(e.errno, e.strerror, e.filename, e, type(e).__name__, e.args)
# expect: 2 No such thing file.txt [Errno 2] No such thing: 'file.txt' FileNotFoundError (2, 'No such thing')
print(type(OSError(11, "x")).__name__, type(OSError(111, "refused")).__name__, type(OSError(4, "x")).__name__, OSError("one").errno)
# expect: BlockingIOError ConnectionRefusedError InterruptedError None
print(SystemExit(3).code, SystemExit().code, SystemExit("text").code, StopIteration(7).value, StopIteration().value)
# expect: 3 None text 7 None
e = ValueError("a")
e.args = ("b", 1)
e.extra = "more"
print(e, repr(e), e.extra, e.with_traceback(None) is e, e.__traceback__)
# expect: ('b', 1) ValueError('b', 1) more True None
try:
    raise e
except ValueError as again:
    tb = again.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_next, again is e)  # expect: <module> None True
print(ValueError() == ValueError(), BaseException(1).args, Exception("x", 2).args[1])
# expect: False (1,) 2
