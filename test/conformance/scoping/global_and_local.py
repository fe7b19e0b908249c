# Assignment makes a name local; global reaches the module.
# python: 3.11-3.13
x = "module"
def reads(): return x

def writes():
    x = "local"
    return x

def declares():
    global x, created
    x = "changed"
    created = "new"

print(reads(), writes(), x)  # expect: module local module
declares()
print(x, created)  # expect: changed new

def unbound():
    try:
        print(y)
        y = 1
    except UnboundLocalError as error:
        print(error)

unbound()  # expect: cannot access local variable 'y' where it is not associated with a value

def missing():
    return not_there

try:
    missing()
except NameError as error:
    print(error)  # expect: name 'not_there' is not defined

def deleted():
    z = 1
    del z
    try:
        return z
    except UnboundLocalError as error:
        return type(error).__name__

print(deleted())  # expect: UnboundLocalError
del x
try:
    print(x)
except NameError as error:
    print(error)  # expect: name 'x' is not defined

class Body:
    a = 1
    b = a + 1
    def method(self):
        try:
            return a
        except NameError as error:
            return str(error)
    items = [i for i in range(a + 2)]

print(Body.b, Body().method(), Body.items)  # expect: 2 name 'a' is not defined [0, 1, 2]

def shadow(list):
    return len(list)

print(shadow((1, 2)))  # expect: 2
len_backup = len
def len(x): return "mine"
print(len([1]))  # expect: mine
del len
print(len([1]))  # expect: 1
