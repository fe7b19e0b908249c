# Signals, texts of exceptions, and how threads and programs begin and end.


def _after_signals(function, *arguments):
    """Runs the handlers that are due, then goes on with the operation that they interrupted."""
    pending = _take_signal()
    while pending is not None:
        pending[1](pending[0], _calling_frame())
        pending = _take_signal()
    return function(*arguments)


def _exception_repr(error):
    arguments = error.args
    if len(arguments) == 1:
        return type(error).__name__ + '(' + repr(arguments[0]) + ')'
    return type(error).__name__ + repr(arguments)


def _exception_str(error):
    arguments = error.args
    if isinstance(error, OSError) and len(arguments) == 2:
        text = '[Errno ' + str(error.errno) + '] ' + str(error.strerror)
        return text if error.filename is None else text + ': ' + repr(error.filename)
    if len(arguments) == 1:
        return repr(arguments[0]) if isinstance(error, KeyError) else str(arguments[0])
    return str(arguments) if arguments else ''


def _add_note(error, note):
    try:
        error.__notes__.append(note)
    except AttributeError:
        error.__notes__ = [note]


def _run_thread(function, arguments, keywords):
    """The whole of a thread that _thread.start_new_thread starts."""
    try:
        function(*arguments, **keywords)
    except SystemExit:
        pass
    except BaseException as error:
        import traceback
        traceback._report('Exception ignored in thread started by: ' + repr(function) + '\n', error)


def _run_main(main):
    """The whole of the main thread: calls `main`, waits for what must end first, answers the exit status."""
    status = 0
    try:
        main()
    except BaseException as error:
        status = _uncaught(error)
    try:
        _finish_threads()
    except BaseException as error:
        _uncaught(error)
    try:
        _forget_program()
        _flush_streams()
    except BaseException:
        status = status or 120
    return status


def _forget_program():
    """Lets the names of the program go, in the order in which they came, so that finalizers run."""
    program = vars(_modules()['__main__'])
    for name in list(program):
        if not name.startswith('__'):
            program[name] = None


def _finish_threads():
    modules = _modules()
    if 'threading' in modules:
        modules['threading']._shutdown()
    if 'atexit' in modules:
        modules['atexit']._run_exitfuncs()


def _flush_streams():
    modules = _modules()
    if 'sys' in modules:
        for name in ('stdout', 'stderr'):
            stream = getattr(modules['sys'], name, None)
            if stream is not None:
                stream.flush()


def _uncaught(error):
    """Says what has ended the main thread. Answers the exit status."""
    import sys
    if isinstance(error, SystemExit):
        return _exit_status(sys, error.code)
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        import traceback
        traceback._report('Error in sys.excepthook:\n', failure)
        traceback._report('\nOriginal exception was:\n', error)
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def _exit_status(sys, code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 255
    sys.stderr.write(str(code) + '\n')
    sys.stderr.flush()
    return 1


class _Frame:
    """What a suspended generator shows of itself."""

    def __init__(self, code, variables):
        self.f_code = code
        self.f_locals = variables


def _generator_frame(generator):
    variables = generator_locals(generator)
    return None if variables is None else _Frame(generator.gi_code, variables)
