# assert raises AssertionError with its message, and nothing when it holds.
assert True
assert 1 + 1 == 2, "never evaluated: " + undefined_name
try:
    assert 1 > 2
except AssertionError as e:
    print(repr(e), str(e) == "")  # expect: AssertionError() True
try:
    assert [], "empty list"
except AssertionError as e:
    print(e)  # expect: empty list
try:
    assert 0, (1, 2)
except AssertionError as e:
    print(e.args)  # expect: ((1, 2),)

def message():
    print("message evaluated")
    return "text"

assert 1, message()
try:
    assert None, message()  # expect: message evaluated
except AssertionError as e:
    print(e)  # expect: text
print(__debug__)  # expect: True
