# Slice objects reach __getitem__, with any objects inside.

class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)

s = Show()
print(s[1:2], s[:], s[::], s[1:2, 3], s["a":"b":"c"], s[...], s[()], s[1,], s[:, ::2])
# expect: slice(1, 2, None) slice(None, None, None) slice(None, None, None) (slice(1, 2, None), 3) slice('a', 'b', 'c') Ellipsis () (1,) (slice(None, None, None), slice(None, None, 2))
s[1:] = 5  # expect: set slice(1, None, None) 5
s[0, 1:2] = 6  # expect: set (0, slice(1, 2, None)) 6
del s[-1:]  # expect: del slice(-1, None, None)
x = slice(1, 10, 2)
print(x.start, x.stop, x.step, x.indices(6), list(range(20))[x], slice(None).indices(3), slice(3) == slice(None, 3, None))
# expect: 1 10 2 (1, 6, 2) [1, 3, 5, 7, 9] (0, 3, 1) True
print("abcdef"[slice(None, None, -1)], (1, 2, 3)[slice(1)], slice(-2, None).indices(10), slice(None, None, -1).indices(4))
# expect: fedcba (1,) (8, 10, 1) (3, -1, -1)

class I:
    def __index__(self): return 2

print([10, 20, 30, 40][I()], [10, 20, 30, 40][I():], "x" * I(), hex(I()), list(range(I())))
# expect: 30 [30, 40] xx 0x2 [0, 1]
