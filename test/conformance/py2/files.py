# Files as both languages have them: lines written and read, positions, sizes.
from __future__ import print_function
import os, tempfile

fd, path = tempfile.mkstemp()
os.close(fd)
f = open(path, "w")
for x in range(3000):
    f.write("%d\n" % x)
f.close()
print(os.stat(path).st_size, os.path.getsize(path))  # expect: 13890 13890
with open(path) as f:
    print(f.readline() == "0\n", sum(int(line) for line in f))  # expect: True 4498500
with open(path, "w", 1) as f:
    f.write("a line\n")
    print(os.stat(path).st_size)  # expect: 7
with open(path, "ab") as f:
    f.write(b"bytes")
with open(path, "rb") as f:
    f.seek(2)
    print(f.read() == b"line\nbytes", f.tell())  # expect: True 12
try:
    open(path + "x")
except IOError as error:
    print(error.errno, error.filename == path + "x")  # expect: 2 True
os.remove(path)
print(os.path.exists(path))  # expect: False
