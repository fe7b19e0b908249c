# Line joining, semicolons, comments, docstrings, indentation and long expressions.
"""A string on its own does nothing."""
a = 1; b = 2; print(a, b)  # expect: 1 2
total = (1 +
         2 +  # a comment inside
         3)
text = "one " \
       "two"
values = [
    1,
    2,
]
print(total, text, values, (
    "nested",
))  # expect: 6 one two [1, 2] ('nested',)
if a: print("one line"); print("two statements")
# expect: one line
# expect: two statements

def f(x,
      y=2,
      ): return (x
                 , y)

print(f(
    1,
))  # expect: (1, 2)

class Empty: pass

class Doc:
    """Documentation."""

def g(): ...
print(Doc.__doc__, g(), Ellipsis is ..., Empty().__class__.__name__)
# expect: Documentation. None True Empty
if True:
        x = "eight spaces"
        if True:
         y = "nine"
print(x, y)  # expect: eight spaces nine
s = 'single \'quoted\' "double"'; t = """triple "quotes" and
newline"""
print(s); print(t)
# expect: single 'quoted' "double"
# expect: triple "quotes" and
# expect: newline
print(1 if True else 2, not True, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, 7 // 2 * 2, 1 or 0 and 0, not 1 == 2)
# expect: 1 False -4 4 0.5 512 6 1 True
print(0xFF, 1e3, 1_000, .5, b"bytes", r"\raw", u"unicode")
# expect: 255 1000.0 1000 0.5 b'bytes' \raw unicode
for i in range(2): print(i, end=","); print("x", end=";")
print()  # expect: 0,x;1,x;
assert (a, "a tuple would always hold")[0]
lambda_result = (lambda
                 x: x + 1)(1)
print(lambda_result)  # expect: 2
#comment at the end
