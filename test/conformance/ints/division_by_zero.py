# Dividing by zero raises ZeroDivisionError with the words of each operator.
for name, function in [("/", lambda: 1 / 0), ("//", lambda: 1 // 0), ("%", lambda: 1 % 0),
                       ("float /", lambda: 1.0 / 0), ("float //", lambda: 1.0 // 0), ("float %", lambda: 1.0 % 0),
                       ("divmod", lambda: divmod(1, 0)), ("power", lambda: 0 ** -1)]:
    try:
        function()
        print(name, "gave a value")
    except ZeroDivisionError as error:
        print(name, type(error).__name__)
        # expect: / ZeroDivisionError
        # expect: // ZeroDivisionError
        # expect: % ZeroDivisionError
        # expect: float / ZeroDivisionError
        # expect: float // ZeroDivisionError
        # expect: float % ZeroDivisionError
        # expect: divmod ZeroDivisionError
        # expect: power ZeroDivisionError
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
