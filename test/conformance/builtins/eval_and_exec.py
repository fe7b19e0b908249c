# eval, exec and compile with namespaces of their own.
x = 5
print(eval("x + 1"), eval("a * b", {"a": 6, "b": 7}), eval("[i for i in range(3)]"))
# expect: 6 42 [0, 1, 2]
space = {}
exec("y = 1\ndef f(n):\n    return n + y\n", space)
print(space["f"](10), "y" in globals(), sorted(k for k in space if k != "__builtins__"))
# expect: 11 False ['f', 'y']
exec("z = x * 2")
print(z)  # expect: 10
code = compile("x + 100", "<here>", "eval")
print(eval(code), code.co_filename)  # expect: 105 <here>

def local():
    inner = 3
    return eval("inner + x")

print(local())  # expect: 8
try:
    eval("1 +")
except SyntaxError as error:
    print(type(error).__name__)  # expect: SyntaxError
try:
    eval("missing", {})
except NameError as error:
    print(error)  # expect: name 'missing' is not defined
