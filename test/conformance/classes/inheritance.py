# A subclass inherits, overrides and calls up.

class Animal:
    sound = "..."
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "%s says %s" % (self.name, self.sound)

class Dog(Animal):
    sound = "woof"

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + " (%d weeks)" % self.age

for animal in [Animal("Thing"), Dog("Rex"), Puppy("Bit", 6)]:
    print(animal.speak())
    # expect: Thing says ...
    # expect: Rex says woof
    # expect: Bit says woof (6 weeks)
p = Puppy("x", 1)
print(isinstance(p, Animal), isinstance(p, Puppy), isinstance(Dog("y"), Puppy))  # expect: True True False
print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), issubclass(Dog, Dog), issubclass(Dog, (int, Animal)))
# expect: True False True True
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__ == (Dog,), Puppy.__base__.__name__)
# expect: ['Puppy', 'Dog', 'Animal', 'object'] True Dog
print(isinstance(5, (str, int)), isinstance(True, int), isinstance(5, object))  # expect: True True True
