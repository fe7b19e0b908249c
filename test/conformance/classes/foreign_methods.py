# A built-in method works on instances of its own type only, however it is reached.


class Other:
    add = list.append
    size = str.__len__


for attempt in (lambda: Other().add(1), lambda: Other().add, lambda: list.append(Other(), 1), lambda: getattr(Other(), "add")):
    try:
        attempt()
    except TypeError as error:
        print(error)
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Other' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Other' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Other' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'Other' object


class Doubled(list):
    def append(self, item):
        list.append(self, item * 2)


class Named:
    def append(self, item):
        self.item = item


def fill(target):
    for i in range(4):
        target.append(i)
    return target


# One call, several receivers in turn.
for _ in range(2):
    print(fill([]), fill(Doubled()), fill(Named()).item)
# expect: [0, 1, 2, 3] [0, 2, 4, 6] 3
# expect: [0, 1, 2, 3] [0, 2, 4, 6] 3


class Speaker:
    def __init__(self):
        self.a = 1

    def say(self):
        return self.a


def ask(speaker):
    return speaker.say()


speaker = Speaker()
print([ask(speaker) for _ in range(3)])  # expect: [1, 1, 1]
speaker.say = lambda: "hidden"
print(ask(speaker), ask(Speaker()))  # expect: hidden 1
del speaker.say
print(ask(speaker))  # expect: 1
