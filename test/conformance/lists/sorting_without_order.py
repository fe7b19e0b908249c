# Sorting asks for less-than only: sets are ordered by inclusion, and the error names the items that have no order.
a, b = frozenset([1]), frozenset([1, 2])
print(sorted([b, a]) == [a, b], sorted([a, b], reverse=True) == [b, a], sorted([[b], [a]]) == [[a], [b]])
# expect: True True True
print(sorted([(b, 1), (a, 2)]) == [(a, 2), (b, 1)], min([b, a]) == a, max({1}, {1, 2}) == {1, 2})
# expect: True True True
print(sorted([{2}, {1}]))  # expect: [{2}, {1}]
for values in [[(1,), ("a",)], [[1, 2], [1, None]], [(1, (2, None)), (1, (2, 3))], [a, 3], [3, a], [{}, {}]]:
    try:
        print(sorted(values))
    except TypeError as error:
        print(error)
        # expect: '<' not supported between instances of 'str' and 'int'
        # expect: '<' not supported between instances of 'NoneType' and 'int'
        # expect: '<' not supported between instances of 'int' and 'NoneType'
        # expect: '<' not supported between instances of 'int' and 'frozenset'
        # expect: '<' not supported between instances of 'frozenset' and 'int'
        # expect: '<' not supported between instances of 'dict' and 'dict'
