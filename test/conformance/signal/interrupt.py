# SIGINT raises KeyboardInterrupt in the main thread, where it may be caught.
# requires: threads signals
import os, signal, threading, time
try:
    os.kill(os.getpid(), signal.SIGINT)
    while True: pass
except KeyboardInterrupt as error:
    print(repr(error), isinstance(error, Exception))  # expect: KeyboardInterrupt() False

def later():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)

t = threading.Thread(target=later)
try:
    t.start()
    time.sleep(60)
    print("never")
except KeyboardInterrupt:
    print("interrupted a sleep")  # expect: interrupted a sleep
t.join()
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)  # expect: True
try:
    try:
        os.kill(os.getpid(), signal.SIGINT)
        while True: pass
    finally:
        print("finally runs")  # expect: finally runs
except KeyboardInterrupt:
    print("outer")  # expect: outer
