# zip with strict=True complains about lengths that differ.
# python: 3.10-3.13
print(list(zip([1, 2], "ab", strict=True)))  # expect: [(1, 'a'), (2, 'b')]
try:
    list(zip([1, 2], "a", strict=True))
except ValueError as error:
    print(error)  # expect: zip() argument 2 is shorter than argument 1
try:
    list(zip([1], "ab", strict=True))
except ValueError as error:
    print(error)  # expect: zip() argument 2 is longer than argument 1
