# An uncaught KeyboardInterrupt prints a traceback and dies of SIGINT.
# requires: signals
import os, signal

def work():
    os.kill(os.getpid(), signal.SIGINT)
    while True: pass

print("start")  # expect: start
try:
    work()
finally:
    print("finally")  # expect: finally
# exit: 130
# stderr: Traceback (most recent call last):
# stderr:   File "uncaught_interrupt.py", line 11, in <module>
# stderr:     work()
# stderr:   File "uncaught_interrupt.py", line 6, in work
# stderr:     os.kill(os.getpid(), signal.SIGINT)
# stderr: KeyboardInterrupt
