# Parameters after a star take keywords only.

def connect(host, *, port=80, secure):
    return (host, port, secure)

print(connect("a", secure=True))  # expect: ('a', 80, True)
print(connect("a", secure=False, port=8080))  # expect: ('a', 8080, False)
try:
    connect("a")
except TypeError as error:
    print(error)  # expect: connect() missing 1 required keyword-only argument: 'secure'
try:
    connect("a", 80, secure=True)
except TypeError as error:
    print(error)
    # expect: connect() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
try:
    connect("a", secure=True, colour="red")
except TypeError as error:
    print(error)  # expect: connect() got an unexpected keyword argument 'colour'
print(connect.__kwdefaults__)  # expect: {'port': 80}

def two(*, a, b):
    return a - b

try:
    two()
except TypeError as error:
    print(error)  # expect: two() missing 2 required keyword-only arguments: 'a' and 'b'
print(two(b=1, a=3))  # expect: 2
