# Files of bytes: reading in pieces, positions, descriptors that are handed over.
import io, os, tempfile

fd, path = tempfile.mkstemp(suffix=".bin", prefix="bytes")
print(os.path.basename(path).startswith("bytes"), path.endswith(".bin"))  # expect: True True
with os.fdopen(fd, "wb") as f:
    print(f.write(b"0123456789"), f.tell())  # expect: 10 10
with open(path, "rb") as f:
    print(f.read(3), f.tell(), f.seek(-2, io.SEEK_END), f.read(), f.read())  # expect: b'012' 3 8 b'89' b''
    print(f.seek(1), f.seek(2, 1), f.read(1))  # expect: 1 3 b'3'
    print(f.readable(), f.writable(), f.seekable(), f.isatty())  # expect: True False True False
with open(path, "ab") as f:
    f.write(b"\nlast")
with open(path, "rb") as f:
    print(f.readlines())  # expect: [b'0123456789\n', b'last']
with open(path, "rb", buffering=0) as f:
    print(f.read(4), f.read(100), f.read())  # expect: b'0123' b'456789\nlast' b''
fd = os.open(path, os.O_RDONLY)
with open(fd, "rb", closefd=False) as f:
    print(f.read(2))  # expect: b'01'
print(os.lseek(fd, 4, os.SEEK_SET), os.read(fd, 2))  # expect: 4 b'45'
os.close(fd)
with open(path, "w") as f:
    try:
        f.write(b"bytes")
    except TypeError as error:
        print(error)  # expect: write() argument must be str, not bytes
try:
    open(path, "wb").write("text")
except TypeError as error:
    print(error)  # expect: a bytes-like object is required, not 'str'
os.remove(path)
