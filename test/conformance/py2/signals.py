# Handlers and KeyboardInterrupt with shared syntax.
# requires: signals
from __future__ import print_function
import os, signal, time
log = []
signal.signal(signal.SIGUSR1, lambda number, frame: log.append(number == signal.SIGUSR1))
os.kill(os.getpid(), signal.SIGUSR1)
deadline = time.time() + 30
while not log and time.time() < deadline: pass
print(log)  # expect: [True]
try:
    os.kill(os.getpid(), signal.SIGINT)
    while time.time() < deadline: pass
    print("never")
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
