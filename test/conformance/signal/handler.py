# A signal sent to oneself runs the Python handler on the main thread.
# requires: signals
import os, signal
log = []
def handler(number, frame): log.append((number == signal.SIGUSR1, frame is not None))
old = signal.signal(signal.SIGUSR1, handler)
print(old == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is handler)  # expect: True True
os.kill(os.getpid(), signal.SIGUSR1)
for _ in range(1000): pass
print(log)  # expect: [(True, True)]
signal.raise_signal(signal.SIGUSR1)
for _ in range(1000): pass
print(len(log))  # expect: 2
previous = signal.signal(signal.SIGUSR1, signal.SIG_IGN)
print(previous is handler)  # expect: True
os.kill(os.getpid(), signal.SIGUSR1)
for _ in range(1000): pass
print(len(log), signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN, int(signal.SIGINT), int(signal.SIGTERM))
# expect: 2 True 2 15
try:
    signal.signal(signal.SIGKILL, handler)
except OSError as error:
    print(type(error).__name__)  # expect: OSError
try:
    signal.signal(signal.SIGUSR1, 5.5)
except TypeError as error:
    print(error)  # expect: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
try:
    signal.signal(999, handler)
except ValueError as error:
    print("ValueError")  # expect: ValueError
