# The program does not wait for daemon threads, but does for the others.
# requires: threads
import threading, time
forever = threading.Event()
d = threading.Thread(target=forever.wait, daemon=True)
d.start()

def spins():
    while True: pass

s = threading.Thread(target=spins)
s.daemon = True
s.start()
last_line = threading.Event()

def slow():
    last_line.wait()
    time.sleep(0.02)
    print("the other thread finishes")

threading.Thread(target=slow).start()
print("main ends", d.is_alive())  # expect: main ends True
last_line.set()
# expect: the other thread finishes
