# The same numbers as CPython for the same integer seed.
import random
random.seed(42)
print(random.random(), random.random())  # expect: 0.6394267984578837 0.025010755222666936
print([random.randrange(10) for _ in range(10)], random.randint(1, 6), random.randrange(5, 50, 5))
# expect: [4, 3, 3, 2, 1, 8, 1, 9, 6, 0] 1 10
random.seed(1)
print(random.random(), random.getrandbits(8), random.getrandbits(32), random.getrandbits(70), random.uniform(1, 10))
# expect: 0.13436424411240122 216 3445702192 296312020613258984388 2.0612683330395494
random.seed(2024)
items = list(range(10))
random.shuffle(items)
print(items, random.choice("abcdef"), random.sample(range(100), 5), random.choices([1, 2, 3], k=5))
# expect: [6, 0, 9, 8, 3, 5, 1, 4, 2, 7] f [94, 63, 45, 53, 67] [3, 3, 1, 3, 2]
random.seed(0)
print([random.randint(0, 10 ** 12) for _ in range(2)], random.randrange(2 ** 100))
# expect: [424533559245, 978212965548] 356898062616215882931197580819
random.seed(2 ** 40 + 7)
print(random.random())  # expect: 0.6137037779936511
r = random.Random(99)
s = random.Random(99)
print(r.random() == s.random(), r.randint(1, 100), r.choice([1, 2, 3]), s.randint(1, 100))
# expect: True 26 3 26
random.seed(-5)
print(random.random())  # expect: 0.6229016948897019
