# What modules that reach the system do, in words that do not depend on the machine.
import io, atexit, select, os, socket, types, heapq, errno, resource, time, sys, signal, threading, traceback, queue
atexit.register(print, "first registered")
atexit.register(lambda: print("second", file=sys.stdout))
s = io.StringIO("one\ntwo\n"); print(list(s), s.read(), s.tell()); s.write("x"); print(s.getvalue(), s.seek(0), s.readline())
b = io.BytesIO(); b.write(b"abc"); b.seek(1); b.write(b"ZZZ"); print(b.getvalue(), b.read(), b.seek(0, 2))
with io.StringIO() as t:
    print("to memory", 1, file=t); print(repr(t.getvalue()))
r, w = os.pipe()
print(select.select([r], [w], [], 0) == ([], [w], []))
os.write(w, b"x"); print(select.select([r], [], [], 1) == ([r], [], []))
t0 = time.monotonic(); os.read(r, 1); print(select.select([r], [], [], 0.02), time.monotonic() - t0 > 0.015)
a, c = socket.socketpair(); c.send(b"q"); print(select.select([a, c], [a], [], 1)[0] == [a])
h = [5, 3, 8, 1]; heapq.heapify(h); heapq.heappush(h, 2); print([heapq.heappop(h) for _ in range(5)], heapq.nlargest(2, [4, 9, 1]), heapq.nsmallest(2, "hello"))
print(errno.ENOENT, errno.errorcode[errno.EAGAIN], errno.ECONNREFUSED)
u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_utime > 0, u.ru_nvcsw >= 0, isinstance(u.ru_maxrss, int))
print(types.FunctionType.__name__, isinstance(print, types.BuiltinFunctionType), types.SimpleNamespace(a=1, b="x"), isinstance((x for x in ()), types.GeneratorType))
g = time.gmtime(86400 * 365); print(g.tm_year, g.tm_yday, g[:6], time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %p", g), time.asctime(g)); print(g)
print(time.strftime("%d/%m/%y %I:%M %%", time.gmtime(1e9)), time.gmtime(0).tm_wday, len(time.ctime()), time.mktime(time.localtime(1234567890)))
print(repr(signal.SIGINT), signal.SIGTERM == 15, signal.Signals(2).name, signal.getsignal(signal.SIGUSR2), signal.strsignal(9), str(signal.SIGUSR1) == str(int(signal.SIGUSR1)))
try: 1/0
except ZeroDivisionError as e:
    print(traceback.format_exception_only(e), traceback.format_exc().splitlines()[-1], traceback.extract_tb(e.__traceback__)[0].lineno, len(traceback.format_tb(e.__traceback__)))
print(sys.version_info[:2], sys.flags.optimize, sys.float_info.dig, sys.getdefaultencoding(), sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.writable(), sys.stderr.fileno(), sys.byteorder)
print(sys.stdout.buffer.write(b"raw bytes\n"))
sys.stdout.writelines(["a\n", "b\n"])
srv = socket.create_server(("127.0.0.1", 0)); cl = socket.create_connection(srv.getsockname()); co, ad = srv.accept(); cl.sendall(b"line1\nline2\nrest"); cl.close()
f = co.makefile("rb"); print(f.readline(), f.read(2), f.read()); f.close(); co.close(); srv.close()
l = threading.Lock(); print(str(l)[:30]); l.acquire(); print(str(l)[:28])
e = threading.Event(); print(str(e).split(" at")[0], str(threading.Condition())[:20], str(threading.Semaphore(3)).split(":")[-1])
try: threading.Thread(target=1).start
except Exception as ex: print("no", ex)
q = queue.Queue(); print(q.qsize(), q.maxsize)
alarms = []; old = signal.signal(signal.SIGALRM, lambda n, f: alarms.append(n))
# The first alarm may come before pause is called; another follows.
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.5); signal.pause(); signal.setitimer(signal.ITIMER_REAL, 0); print(set(alarms), signal.alarm(0))
print(os.path.splitext("/a/b.tar.gz"), os.path.split("/a/b"), os.path.normpath("a/../b//c"), os.path.dirname("x/y"), os.path.isabs("/x"), os.path.splitext(".rc"))
