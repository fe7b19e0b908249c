# os.getpid, environ, getenv, write to standard output, urandom, cpu_count.
import os, sys
print(os.getpid() > 0, os.getpid() == os.getpid(), os.getppid() > 0, os.name, os.sep)
# expect: True True True posix /
sys.stdout.flush()
os.write(1, b"straight to standard output\n")
print(isinstance(os.environ.get("PATH", ""), str), os.getenv("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "default"), "SURELY_NOT_SET" in os.environ)
print(len(os.urandom(8)), isinstance(os.cpu_count(), int), os.path.basename("/a/b.py"), os.path.join("a", "b"), isinstance(os.getcwd(), str), os.linesep == "\n")
# expect: straight to standard output
# expect: True None default False
# expect: 8 True b.py a/b True True
