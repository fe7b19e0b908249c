# Large allocations that cannot be are MemoryError or OverflowError, and the program goes on.
for action in [lambda: "x" * (1 << 62), lambda: [0] * (1 << 62), lambda: b"x" * (1 << 62), lambda: (1,) * (1 << 62), lambda: range(1 << 70)[1 << 69] > 0]:
    try:
        print(action())
    except (MemoryError, OverflowError) as error:
        print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: refused
# expect: True
for action in [lambda: "x" * (1 << 70), lambda: [1][1 << 70], lambda: 1 << (1 << 70), lambda: "abc"[1 << 70:]]:
    try:
        print(repr(action()))
    except (OverflowError, IndexError, MemoryError) as error:
        print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: ''
print("still working", len("x" * 1000000))  # expect: still working 1000000
