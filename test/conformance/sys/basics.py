# sys: version, sizes, switch interval, modules, path, streams.
import sys
print(sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.major, len(sys.version_info), sys.maxsize == 2 ** 63 - 1, sys.byteorder)
# expect: True 3 3 5 True little
print(sys.getswitchinterval())  # expect: 0.005
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())  # expect: 0.001
for bad in [0, -1]:
    try:
        sys.setswitchinterval(bad)
    except ValueError as error:
        print(error)
        # expect: switch interval must be strictly positive
        # expect: switch interval must be strictly positive
print(len(sys.argv), isinstance(sys.argv[0], str), sys.argv[0].endswith("basics.py"), "sys" in sys.modules, isinstance(sys.path, list), sys.modules["sys"] is sys)
# expect: 1 True True True True True
print(sys.stdout.fileno(), sys.stderr.fileno(), isinstance(sys.platform, str), isinstance(sys.version, str), sys.executable is not None, sys.stdin.fileno())
# expect: 1 2 True True True 0
print(sys.float_info.max, sys.float_info.epsilon, sys.hexversion > 0, sys.implementation.name == sys.implementation.name, sys.maxunicode, sys.getsizeof([]) > 0)
# expect: 1.7976931348623157e+308 2.220446049250313e-16 True True 1114111 True
print(sys.intern("abc") is sys.intern("ab" + "c"), sys.exc_info(), sys.getrecursionlimit(), sys.__stdout__ is sys.stdout)
# expect: True (None, None, None) 1000 True
