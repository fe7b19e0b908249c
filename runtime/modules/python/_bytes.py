"""What the modules that take data accept as bytes."""


def as_bytes(data):
    """Bytes of anything that holds bytes."""
    if type(data) is bytes:
        return data
    if hasattr(data, 'decode') or type(data).__name__ == 'memoryview':
        return bytes(data)
    raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
