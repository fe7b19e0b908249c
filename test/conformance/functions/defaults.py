# Default values are evaluated once, when the function is defined.

def greet(name, greeting="Hello", mark="!"):
    return greeting + ", " + name + mark

print(greet("Ada"))  # expect: Hello, Ada!
print(greet("Ada", "Hi"))  # expect: Hi, Ada!
print(greet("Ada", mark="?"))  # expect: Hello, Ada?
print(greet(greeting="Bye", name="Bob"))  # expect: Bye, Bob!

def collect(item, into=[]):
    into.append(item)
    return into

print(collect(1))  # expect: [1]
print(collect(2))  # expect: [1, 2]
print(collect(3, []))  # expect: [3]
print(collect(4))  # expect: [1, 2, 4]
base = 10

def add(x, y=base):
    return x + y

base = 20
print(add(1))  # expect: 11
print(add.__defaults__, greet.__defaults__, collect.__defaults__)
# expect: (10,) ('Hello', '!') ([1, 2, 4],)
print(greet.__name__, greet.__qualname__)  # expect: greet greet
