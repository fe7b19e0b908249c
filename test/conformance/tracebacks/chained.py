# Causes and contexts are printed before the exception, with the sentence that links them.

def first(): raise KeyError("first")

def second():
    try:
        first()
    except KeyError as error:
        raise ValueError("second") from error

def third():
    try:
        second()
    except ValueError:
        raise RuntimeError("third")

third()
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 7, in second
# stderr:     first()
# stderr:   File "chained.py", line 3, in first
# stderr:     def first(): raise KeyError("first")
# stderr: KeyError: 'first'
# stderr: The above exception was the direct cause of the following exception:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 13, in third
# stderr:     second()
# stderr:   File "chained.py", line 9, in second
# stderr:     raise ValueError("second") from error
# stderr: ValueError: second
# stderr: During handling of the above exception, another exception occurred:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 17, in <module>
# stderr:     third()
# stderr:   File "chained.py", line 15, in third
# stderr:     raise RuntimeError("third")
# stderr: RuntimeError: third
