# os.stat, os.fstat, directories, and the part of os.path that looks.
import os, tempfile

directory = tempfile.mkdtemp()
path = os.path.join(directory, "file")
fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
print(os.write(fd, b"12345"), os.fstat(fd).st_size)  # expect: 5 5
os.close(fd)
found = os.stat(path)
print(found.st_size, found[6], len(found), found.st_nlink)  # expect: 5 5 10 1
print(found.st_mode & 0o170000 == 0o100000, os.stat(directory).st_mode & 0o170000 == 0o040000)  # expect: True True
print(found.st_mtime > 1e9, type(found.st_mtime).__name__, type(found[8]).__name__)  # expect: True float int
print(os.path.exists(path), os.path.isfile(path), os.path.isdir(path), os.path.isdir(directory))  # expect: True True False True
print(os.path.exists(path + "x"), os.path.isfile(path + "x"), os.path.getsize(path))  # expect: False False 5
print(os.listdir(directory))  # expect: ['file']
os.mkdir(os.path.join(directory, "inner"))
print(sorted(os.listdir(directory)))  # expect: ['file', 'inner']
for action in [lambda: os.rmdir(directory), lambda: os.mkdir(directory), lambda: os.stat(path + "x"), lambda: os.listdir(path), lambda: os.remove(path + "x")]:
    try:
        action()
    except OSError as error:
        print(type(error).__name__, error.strerror, error.filename.startswith(directory))
        # expect: OSError Directory not empty True
        # expect: FileExistsError File exists True
        # expect: FileNotFoundError No such file or directory True
        # expect: NotADirectoryError Not a directory True
        # expect: FileNotFoundError No such file or directory True
os.rmdir(os.path.join(directory, "inner"))
os.remove(path)
os.rmdir(directory)
print(os.path.exists(directory))  # expect: False
