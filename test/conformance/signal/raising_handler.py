# A handler may raise; the exception appears in the main thread's code.
# requires: signals
import os, signal, time
class Alarm(Exception): pass
def handler(number, frame): raise Alarm("from the handler, signal %d" % (number == signal.SIGUSR1))
signal.signal(signal.SIGUSR1, handler)
try:
    os.kill(os.getpid(), signal.SIGUSR1)
    while True: pass
except Alarm as error:
    print(error)  # expect: from the handler, signal 1

def generator():
    try:
        yield 1
        os.kill(os.getpid(), signal.SIGUSR1)
        while True: pass
    except Alarm:
        yield "caught in a generator"

g = generator()
print(next(g), next(g))  # expect: 1 caught in a generator
