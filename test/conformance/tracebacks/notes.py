# Notes added to an exception follow it in the traceback.
# python: 3.11-3.13
# python: 3.11-3.13
error = ValueError("base")
error.add_note("first note")
error.add_note("second note")
print(error.__notes__)  # expect: ['first note', 'second note']
raise error
# exit: 1
# stderr: Traceback (most recent call last):
# stderr:   File "notes.py", line 8, in <module>
# stderr:     raise error
# stderr: ValueError: base
# stderr: first note
# stderr: second note
