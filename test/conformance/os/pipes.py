# Pipes between threads: os.pipe, read, write, close, and the end of the data.
# requires: threads
import os, threading
r, w = os.pipe()
print(os.write(w, b"hello"), os.read(r, 3), os.read(r, 100))  # expect: 5 b'hel' b'lo'

def writer():
    for i in range(5): os.write(w, b"%d," % i)
    os.close(w)

t = threading.Thread(target=writer)
t.start()
data = b""
while True:
    part = os.read(r, 1024)
    if not part: break
    data += part
t.join()
print(data)  # expect: b'0,1,2,3,4,'
os.close(r)
for action in [lambda: os.read(r, 1), lambda: os.write(w, b"x"), lambda: os.close(r)]:
    try:
        action()
    except OSError as error:
        print(error.errno == 9, error.strerror)
        # expect: True Bad file descriptor
        # expect: True Bad file descriptor
        # expect: True Bad file descriptor
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as error:
    print(type(error).__name__)  # expect: BrokenPipeError
os.close(w)
r, w = os.pipe()
got = []
t = threading.Thread(target=lambda: got.append(os.read(r, 10)))
t.start()
os.write(w, b"wake")
t.join()
print(got)  # expect: [b'wake']
os.close(r); os.close(w)
