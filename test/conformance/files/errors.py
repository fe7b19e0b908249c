# What open() refuses, and what the system refuses, with the name of the file.
import os, tempfile

directory = tempfile.mkdtemp()
path = os.path.join(directory, "file")
for mode in ["", "rw", "q", "rbt", "rr"]:
    try:
        open(path, mode)
    except ValueError:
        print("ValueError", mode)
        # expect: ValueError 
        # expect: ValueError rw
        # expect: ValueError q
        # expect: ValueError rbt
        # expect: ValueError rr
try:
    open(path)
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename == path)  # expect: 2 No such file or directory True
try:
    open(directory, "w")
except IsADirectoryError as error:
    print(error.filename == directory)  # expect: True
try:
    open(os.path.join(directory, "none", "file"), "w")
except OSError as error:
    print(type(error).__name__)  # expect: FileNotFoundError
open(path, "x").close()
try:
    open(path, "x")
except FileExistsError as error:
    print(error.errno)  # expect: 17
try:
    open(path, "w", 0)
except ValueError as error:
    print(error)  # expect: can't have unbuffered text I/O
try:
    open(path, "wb", encoding="utf-8")
except ValueError as error:
    print(error)  # expect: binary mode doesn't take an encoding argument
try:
    open("a\0b")
except ValueError as error:
    print(error)  # expect: embedded null byte
try:
    open(3.5)
except TypeError:
    print("TypeError")  # expect: TypeError
os.remove(path)
os.rmdir(directory)
