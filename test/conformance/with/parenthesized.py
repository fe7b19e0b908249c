# Several managers in parentheses, with a trailing comma.
# python: 3.9-3.13

class M:
    def __init__(self, name): self.name = name
    def __enter__(self): print("enter", self.name); return self.name
    def __exit__(self, *exc): print("exit", self.name)

with (M("a") as a, M("b") as b,):
    print(a + b)
# expect: enter a
# expect: enter b
# expect: ab
# expect: exit b
# expect: exit a
with (
    M("c"),
    M("d") as d
):
    print(d)
# expect: enter c
# expect: enter d
# expect: d
# expect: exit d
# expect: exit c
