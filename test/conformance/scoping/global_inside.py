# global in nested functions and class bodies; globals() is the module's dictionary.
count = 0

def outer():
    count = "local"
    def inner():
        global count
        count += 1
        return count
    return inner(), count

print(outer(), count)  # expect: (1, 'local') 1

class Body:
    global made_in_class
    made_in_class = "yes"
    kept = "no"

print(made_in_class, hasattr(Body, "made_in_class"), Body.kept)  # expect: yes False no
globals()["dynamic"] = 42
print(dynamic, "count" in globals(), globals()["count"])  # expect: 42 True 1

def show():
    a, b = 1, 2
    return sorted(locals().items())

print(show())  # expect: [('a', 1), ('b', 2)]

def undo():
    global dynamic
    del dynamic

undo()
try:
    dynamic
except NameError as error:
    print(error)  # expect: name 'dynamic' is not defined
print(__name__, isinstance(__builtins__, object), sorted(locals()) == sorted(globals()))
# expect: __main__ True True
for i in range(3): pass
print(i)  # expect: 2

def use_before():
    try:
        return later_global
    except NameError:
        return "not yet"

print(use_before())  # expect: not yet
later_global = 5
print(use_before())  # expect: 5
