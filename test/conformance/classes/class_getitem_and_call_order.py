# __class_getitem__, and what a class statement evaluates in which order.
# python: 3.9-3.13

class Box:
    def __class_getitem__(cls, item): return "%s[%s]" % (cls.__name__, item.__name__)

class Sub(Box): pass
print(Box[int], Sub[str])  # expect: Box[int] Sub[str]

def say(x, value=None):
    print(x, end=" ")
    return value

@(lambda c: say("decorator", c))
class K(say("base", object)):
    say("body")
    a: say("annotation") = say("value", 1)
    def m(self, x=say("default", 2)): return x

print()  # expect: base body value annotation default decorator
print(K.a, K().m())  # expect: 1 2
print(list[int] is not None, type(list[int]).__name__, list[int], dict[str, int])
# expect: True GenericAlias list[int] dict[str, int]
