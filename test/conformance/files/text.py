# Text files: writing, reading, lines, appending, and what a closed file says.
import os, tempfile

fd, path = tempfile.mkstemp()
os.close(fd)
with open(path, "w") as f:
    print(f.write("one\n"), f.name == path, f.closed, f.mode)  # expect: 4 True False w
    f.writelines(["two\n", "three\n"])
    print("four", 5, file=f)
print(f.closed)  # expect: True
with open(path) as f:
    print(f.readline(), end="")  # expect: one
    print(list(f))  # expect: ['two\n', 'three\n', 'four 5\n']
    print(repr(f.read()), f.seek(4), f.read(3))  # expect: '' 4 two
with open(path, "a") as f:
    f.write("h\u00e9\u4e16\n")
print(os.path.getsize(path))  # expect: 28
for line in open(path):
    last = line
print(ascii(last))  # expect: 'h\xe9\u4e16\n'
with open(path, "w", 1) as f:
    f.write("whole line\nhalf")
    print(f.line_buffering)  # expect: True
print(open(path).read())
# expect: whole line
# expect: half
for action in [lambda: f.write("x"), lambda: f.flush(), lambda: next(open(path, "w"))]:
    try:
        action()
    except (ValueError, OSError) as error:
        print(type(error).__name__)
        # expect: ValueError
        # expect: ValueError
        # expect: UnsupportedOperation
try:
    with open(path, "w") as f:
        f.write("kept")
        raise KeyError
except KeyError:
    print(open(path).read())  # expect: kept
os.remove(path)
