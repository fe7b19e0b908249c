# Which exception is a kind of which, and which handler takes it.
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError),
         (FileNotFoundError, OSError), (ConnectionRefusedError, ConnectionError), (TimeoutError, OSError), (BlockingIOError, OSError),
         (UnicodeDecodeError, ValueError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError),
         (UnboundLocalError, NameError), (IndentationError, SyntaxError), (ModuleNotFoundError, ImportError),
         (BrokenPipeError, ConnectionError), (InterruptedError, OSError), (FloatingPointError, ArithmeticError)]
print(all(issubclass(a, b) for a, b in pairs))  # expect: True
print(issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, Exception), issubclass(GeneratorExit, Exception), issubclass(StopIteration, Exception))
# expect: False False False True
print(IOError is OSError, EnvironmentError is OSError, issubclass(Warning, Exception), issubclass(Exception, BaseException))
# expect: True True True True
for exception in [KeyError("k"), ZeroDivisionError("z"), OSError("o"), RecursionError("r"), KeyboardInterrupt("i"), SystemExit(3)]:
    try:
        raise exception
    except LookupError as e:
        print("lookup", repr(e))  # expect: lookup KeyError('k')
    except ArithmeticError as e:
        print("arithmetic", repr(e))  # expect: arithmetic ZeroDivisionError('z')
    except (OSError, RuntimeError) as e:
        print("os or runtime", repr(e))
        # expect: os or runtime OSError('o')
        # expect: os or runtime RecursionError('r')
    except Exception as e:
        print("exception", repr(e))
    except BaseException as e:
        print("base", repr(e))
        # expect: base KeyboardInterrupt('i')
        # expect: base SystemExit(3)
print(KeyError.__name__, KeyError.__mro__[1:3], AttributeError.__module__)
# expect: KeyError (<class 'LookupError'>, <class 'Exception'>) builtins
