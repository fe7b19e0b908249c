# When what is written arrives: with a full buffer, at the end of a line, at once, with flush, and when the file is dropped.
import os, tempfile

fd, path = tempfile.mkstemp()
os.close(fd)
size = lambda: os.stat(path).st_size

f = open(path, "w")
f.write("line\n")
print(size())  # expect: 0
f.flush()
print(size(), f.tell())  # expect: 5 5
for i in range(5000):
    f.write("%d\n" % i)
print(size() > 8000, size() < 23895)  # expect: True True
f.close()
print(size())  # expect: 23895
f = open(path, "w", buffering=1)
f.write("begun")
print(size())  # expect: 0
f.write(" ended\n")
print(size())  # expect: 12
f.close()
f = open(path, "wb", buffering=0)
print(f.write(b"now"), size())  # expect: 3 3
f.close()
f = open(path, "wb")
print(f.write(bytearray(b"later")), size())  # expect: 5 0
del f
print(size())  # expect: 5
f = open(path, "wb", 100)
for i in range(30):
    f.write(b"ten bytes.")
print(0 < size() <= 300)  # expect: True
f.close()
print(open(path, "rb").read() == b"ten bytes." * 30)  # expect: True
os.unlink(path)
