# `from None` hides the context in the traceback.
try:
    {}["hidden"]
except KeyError:
    raise ValueError("shown") from None
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "suppressed_context.py", line 5, in <module>
# stderr:     raise ValueError("shown") from None
# stderr: ValueError: shown
