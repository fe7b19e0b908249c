# The traceback of an error inside a handler shows both, in the order in which they came.

def load(name):
    try:
        return {"a": 1}[name]
    except KeyError:
        return fallback(name)

def fallback(name):
    return int(name)

print(load("a"))  # expect: 1
load("b")
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "raise_in_except_handler.py", line 5, in load
# stderr:     return {"a": 1}[name]
# stderr: KeyError: 'b'
# stderr: During handling of the above exception, another exception occurred:
# stderr: Traceback (most recent call last):
# stderr:   File "raise_in_except_handler.py", line 13, in <module>
# stderr:     load("b")
# stderr:   File "raise_in_except_handler.py", line 7, in load
# stderr:     return fallback(name)
# stderr:   File "raise_in_except_handler.py", line 10, in fallback
# stderr:     return int(name)
# stderr: ValueError: invalid literal for int() with base 10: 'b'
