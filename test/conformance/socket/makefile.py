# makefile reads and writes a connection as a file of lines.
# requires: threads network
import socket, threading
a, b = socket.socketpair()

def serve():
    reader, writer = b.makefile("r"), b.makefile("w")
    for line in reader:
        word = line.strip()
        if word == "quit": break
        writer.write(word[::-1] + "\n")
        writer.flush()
    writer.write("bye\n")
    writer.close()
    reader.close()
    b.close()

t = threading.Thread(target=serve)
t.start()
f = a.makefile("rw")
for word in ["hello", "world"]:
    print(word, file=f)
    f.flush()
    print(repr(f.readline()))
    # expect: 'olleh\n'
    # expect: 'dlrow\n'
f.write("quit\n")
f.flush()
print(f.read().split(), repr(f.readline()))  # expect: ['bye'] ''
f.close()
a.close()
t.join()
a, b = socket.socketpair()
w = a.makefile("wb")
w.write(b"raw\nbytes\nlast")
w.close()
a.close()
r = b.makefile("rb")
print(r.readline(), r.read(3), r.readlines())  # expect: b'raw\n' b'byt' [b'es\n', b'last']
r.close()
b.close()
