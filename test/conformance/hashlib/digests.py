# Digests of known messages, in one go and piece by piece.
import hashlib
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]:
    h = hashlib.new(name, b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:40])
    # expect: md5 16 64 900150983cd24fb0d6963f7d28e17f72
    # expect: sha1 20 64 a9993e364706816aba3e25717850c26c9cd0d89d
    # expect: sha224 28 64 23097d223405d8228642a477bda255b32aadbce4
    # expect: sha256 32 64 ba7816bf8f01cfea414140de5dae2223b00361a3
    # expect: sha384 48 128 cb00753f45a35e8bb5a03d699ac65007272c32ab
    # expect: sha512 64 128 ddaf35a193617abacc417349ae20413112e6fa4e
h = hashlib.sha256()
h.update(b"hello ")
h.update(b"world")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), len(h.digest()), h.digest()[:4])
# expect: True 32 b"\xb9M'\xb9"
c = h.copy()
c.update(b"!")
print(h.hexdigest()[:8], c.hexdigest()[:8], hashlib.sha256(b"").hexdigest())
# expect: b94d27b9 7509e5bd e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
print(hashlib.md5(b"x" * 100000).hexdigest(), hashlib.sha512(bytes(range(256)) * 50).hexdigest()[:32], hashlib.sha1(b"ab").hexdigest()[:10])
# expect: d5816f35916d1d9482fb0f1ec201101d 3cd173441561cd137bc9f196988dd462 da23614e02
for action in [lambda: hashlib.sha256("text"), lambda: hashlib.new("no-such-hash"), lambda: h.update("x")]:
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
        # expect: TypeError
        # expect: ValueError
        # expect: TypeError
