# The shortest text that reads back as the same float.
for x in [0.1, 1.0, 100.0, 1e15, 1e16, 1e17, 123456789.123, 1e-4, 1e-5, 0.00012345, 1e22, 1e300, 5e-324,
          1.7976931348623157e308, 2.5, -0.0, 1 / 3, 2 / 3, 1e-7, 12345678901234567.0, 4.35, 0.1 + 0.7]:
    print(x)
    # expect: 0.1
    # expect: 1.0
    # expect: 100.0
    # expect: 1000000000000000.0
    # expect: 1e+16
    # expect: 1e+17
    # expect: 123456789.123
    # expect: 0.0001
    # expect: 1e-05
    # expect: 0.00012345
    # expect: 1e+22
    # expect: 1e+300
    # expect: 5e-324
    # expect: 1.7976931348623157e+308
    # expect: 2.5
    # expect: -0.0
    # expect: 0.3333333333333333
    # expect: 0.6666666666666666
    # expect: 1e-07
    # expect: 1.2345678901234568e+16
    # expect: 4.35
    # expect: 0.7999999999999999
print(repr(1.5), str(1.5), [1.0, 2.5], 1.0e3, 1_000.5, .5, 5., 1e3, 1E-3)
# expect: 1.5 1.5 [1.0, 2.5] 1000.0 1000.5 0.5 5.0 1000.0 0.001
print(float("inf"), float("-inf"), float("nan"), -float("inf"))  # expect: inf -inf nan -inf
