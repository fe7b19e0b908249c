# sort and sorted: stable, with key and reverse, and comparing only by less-than.
a = [5, 2, 9, 1, 5, 6]
print(sorted(a), a, a.sort(), a)  # expect: [1, 2, 5, 5, 6, 9] [1, 2, 5, 5, 6, 9] None [1, 2, 5, 5, 6, 9]
a.sort(reverse=True)
print(a, sorted("banana"), sorted({"b": 1, "a": 2}), sorted((3, 1, 2), reverse=True))
# expect: [9, 6, 5, 5, 2, 1] ['a', 'a', 'a', 'b', 'n', 'n'] ['a', 'b'] [3, 2, 1]
words = ["banana", "kiwi", "apple", "fig", "plum"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
# expect: ['fig', 'kiwi', 'plum', 'apple', 'banana'] ['banana', 'apple', 'kiwi', 'plum', 'fig'] ['fig', 'kiwi', 'plum', 'apple', 'banana']
pairs = [("b", 2), ("a", 2), ("c", 1), ("d", 1)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: -p[1]))
# expect: [('c', 1), ('d', 1), ('b', 2), ('a', 2)] [('b', 2), ('a', 2), ('c', 1), ('d', 1)]
print(sorted(["B", "a", "C"], key=str.lower), sorted([-3, 2, -1], key=abs), sorted([[2], [1, 5], []]))
# expect: ['a', 'B', 'C'] [-1, 2, -3] [[], [1, 5], [2]]

class Card:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return "C%d" % self.n

print(sorted([Card(3), Card(1), Card(2)]), max([Card(3), Card(1)], key=lambda c: c.n))
# expect: [C1, C2, C3] C3
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'str' and 'int'
try:
    [3, 1].sort(key=lambda x: 1 / 0)
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == list(range(1000)), sorted(big, reverse=True)[:3], sorted(big, key=lambda x: x % 10)[:3])
# expect: True [999, 998, 997] [0, 190, 380]
try:
    [2, 1].sort(lambda a, b: 0)
except TypeError as error:
    print(error)  # expect: sort() takes no positional arguments
