# Properties with getter, setter and deleter, read-only ones, and inheritance.

class Celsius:
    def __init__(self, degrees): self._degrees = degrees
    @property
    def degrees(self):
        "The temperature."
        return self._degrees
    @degrees.setter
    def degrees(self, value):
        if value < -273: raise ValueError("too cold: %s" % value)
        self._degrees = value
    @degrees.deleter
    def degrees(self):
        print("deleting")
        self._degrees = None
    @property
    def fahrenheit(self): return self.degrees * 9 / 5 + 32

c = Celsius(25)
print(c.degrees, c.fahrenheit)  # expect: 25 77.0
c.degrees = 30
print(c.degrees)  # expect: 30
try:
    c.degrees = -300
except ValueError as error:
    print(error)  # expect: too cold: -300
try:
    c.fahrenheit = 1
except AttributeError as error:
    print("no setter")  # expect: no setter
del c.degrees  # expect: deleting
print(c.degrees, Celsius.degrees.__doc__, type(Celsius.degrees).__name__)
# expect: None The temperature. property

class Kelvin(Celsius):
    @property
    def degrees(self): return super().degrees + 273

print(Kelvin(0).degrees)  # expect: 273

class Manual:
    def get(self): return "got"
    value = property(get)

print(Manual().value, Manual.value.fget is Manual.get, Manual.value.fset)  # expect: got True None
