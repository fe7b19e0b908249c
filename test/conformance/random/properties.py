# Ranges, state and errors, whatever the seed.
import random
random.seed()
print(all(0 <= random.random() < 1 for _ in range(200)), all(1 <= random.randint(1, 3) <= 3 for _ in range(50)), {random.randrange(2) for _ in range(100)} == {0, 1})
# expect: True True True
items = list(range(20))
random.shuffle(items)
print(sorted(items) == list(range(20)), sorted(random.sample(items, 20)) == list(range(20)), random.choice([7]), random.randrange(1))
# expect: True True 7 0
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], 5 <= random.uniform(5, 6) <= 6)  # expect: True True
for action in [lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.sample([1], 2)]:
    try:
        action()
    except (IndexError, ValueError) as error:
        print(type(error).__name__)
        # expect: IndexError
        # expect: ValueError
        # expect: ValueError
        # expect: ValueError
