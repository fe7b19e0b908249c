# A thread's uncaught exception names the thread; the program's status stays 0.
# requires: threads
import threading

def divide(a, b):
    return a / b

threads = [threading.Thread(target=divide, args=(1, n), name="divider-%d" % n) for n in (1, 0)]
for t in threads:
    t.start()
    t.join()
print("all done")  # expect: all done
# stderr: Exception in thread divider-0:
# stderr: Traceback (most recent call last):
# stderr:   File "thread_exception.py", line 6, in divide
# stderr:     return a / b
# stderr: ZeroDivisionError: division by zero
