# Compressing and decompressing, in one go and as a stream; checksums.
import zlib
data = b"the quick brown fox " * 500
packed = zlib.compress(data)
print(len(packed) < len(data) // 10, zlib.decompress(packed) == data, zlib.decompress(zlib.compress(data, 9)) == data, zlib.decompress(zlib.compress(b"", 1)))
# expect: True True True b''
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")), zlib.adler32(b"lo", zlib.adler32(b"hel")), zlib.crc32(b""), zlib.adler32(b""))
# expect: 907060870 103547413 907060870 103547413 0 1
c = zlib.compressobj()
stream = c.compress(data[:3000]) + c.compress(data[3000:]) + c.flush()
d = zlib.decompressobj()
out = d.decompress(stream[:50]) + d.decompress(stream[50:]) + d.flush()
print(out == data, zlib.decompress(stream) == data, d.unused_data)  # expect: True True b''
for action in [lambda: zlib.decompress(b"not compressed"), lambda: zlib.compress("text")]:
    try:
        action()
    except (zlib.error, TypeError) as error:
        print(type(error).__name__)
        # expect: error
        # expect: TypeError
