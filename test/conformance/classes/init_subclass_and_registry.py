# __init_subclass__ sees each subclass and its keywords; __set_name__ runs before it.

class Plugin:
    registry = {}
    def __init_subclass__(cls, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__] = cls

class Csv(Plugin, name="csv"): pass
class Json(Plugin): pass
class Special(Json, name="special"): pass
print(sorted(Plugin.registry), Plugin.registry["csv"] is Csv)  # expect: ['Json', 'csv', 'special'] True

class Field:
    def __set_name__(self, owner, name): print("set name", owner.__name__, name)

class Base:
    def __init_subclass__(cls): print("init subclass", cls.__name__)

class Model(Base):
    a = Field()
    b = Field()
# expect: set name Model a
# expect: set name Model b
# expect: init subclass Model

try:
    class Wrong(Plugin, nmae="x", name="y"): pass
except TypeError as error:
    print("TypeError")  # expect: TypeError
print(len(Plugin.__subclasses__()), [c.__name__ for c in Base.__subclasses__()])  # expect: 3 ['Model']
