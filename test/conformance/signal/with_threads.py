# Only the main thread handles signals and installs handlers; threads go on.
# python: 3.9-3.13
# requires: threads signals
import os, signal, threading, time
handled_by = []
def handler(number, frame): handled_by.append(threading.current_thread() is threading.main_thread())
signal.signal(signal.SIGUSR1, handler)
stop = False
spins = 0

def spin():
    global spins
    while not stop: spins += 1

t = threading.Thread(target=spin)
t.start()

def send():
    for _ in range(3):
        before = len(handled_by)
        os.kill(os.getpid(), signal.SIGUSR1)
        while len(handled_by) == before: time.sleep(0.001)

s = threading.Thread(target=send)
s.start()
while len(handled_by) < 3 or not spins: time.sleep(0.001)
stop = True
t.join()
s.join()
print(handled_by, spins > 0)  # expect: [True, True, True] True
errors = []

def install():
    try:
        signal.signal(signal.SIGUSR2, handler)
    except ValueError as error:
        errors.append(str(error))

t = threading.Thread(target=install)
t.start()
t.join()
print(errors)  # expect: ['signal only works in main thread of the main interpreter']
