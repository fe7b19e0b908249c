# Names, idents, the main thread, enumerate and daemon flags.
# requires: threads
import threading
main = threading.current_thread()
print(main.name, main is threading.main_thread(), main.daemon, main.is_alive(), main.ident == threading.get_ident())
# expect: MainThread True False True True
seen = {}
def note(): seen[threading.current_thread().name] = threading.current_thread()
a = threading.Thread(target=note, name="custom")
b = threading.Thread(target=note)
print(a.name, b.name.startswith("Thread-"), a.daemon)  # expect: custom True False
a.start(); b.start(); a.join(); b.join()
print(seen["custom"] is a, seen[b.name] is b, a.ident != threading.main_thread().ident)
# expect: True True True
b.name = "renamed"
print(b.name)  # expect: renamed
gate = threading.Event()
d = threading.Thread(target=gate.wait, daemon=True)
d.start()
print(d.daemon, threading.active_count(), d in threading.enumerate(), main in threading.enumerate())
# expect: True 2 True True
child = []
t = threading.Thread(target=lambda: child.append(threading.Thread().daemon))
t.daemon = True
t.start(); t.join()
print(child, t.daemon)  # expect: [True] True
try:
    d.daemon = False
except RuntimeError as error:
    print(error)  # expect: cannot set daemon status of active thread
gate.set()
d.join()
print(threading.active_count(), isinstance(threading.get_native_id(), int))  # expect: 1 True
