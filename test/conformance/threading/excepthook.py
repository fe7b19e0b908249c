# An exception in a thread goes to threading.excepthook; the others live on.
# python: 3.10-3.13
# requires: threads
import sys, threading
caught = []

def hook(args):
    caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None))

threading.excepthook = hook
def fails(): raise ValueError("in a thread")
t = threading.Thread(target=fails, name="worker")
t.start()
t.join()
print(caught, t.is_alive())  # expect: [('ValueError', 'in a thread', 'worker', True)] False
def exits(): raise SystemExit(3)
t = threading.Thread(target=exits)
t.start()
t.join()
print("SystemExit in a thread is silent", len(caught))  # expect: SystemExit in a thread is silent 2
threading.excepthook = threading.__excepthook__
class Box: pass

def wrapped(box):
    try:
        1 / 0
    except ZeroDivisionError as error:
        box.error = error

box = Box()
t = threading.Thread(target=wrapped, args=(box,))
t.start()
t.join()
print(repr(box.error))  # expect: ZeroDivisionError('division by zero')
