# A handler runs while the main thread waits in join, and the wait goes on.
# requires: threads signals lock-interrupts
import os, signal, threading, time
log = []
signal.signal(signal.SIGUSR1, lambda number, frame: log.append("handled"))
gate = threading.Event()

def work():
    os.kill(os.getpid(), signal.SIGUSR1)
    deadline = time.monotonic() + 30
    while not log and time.monotonic() < deadline: time.sleep(0.001)
    log.append("worker done")

t = threading.Thread(target=work)
t.start()
t.join()
print(log)  # expect: ['handled', 'worker done']
done = threading.Event()

def work2():
    os.kill(os.getpid(), signal.SIGUSR1)
    deadline = time.monotonic() + 30
    while len(log) < 3 and time.monotonic() < deadline: time.sleep(0.001)
    done.set()

t = threading.Thread(target=work2)
t.start()
print(done.wait(60), log)  # expect: True ['handled', 'worker done', 'handled']
t.join()
