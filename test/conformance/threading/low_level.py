# The _thread module: start_new_thread, allocate_lock, get_ident.
# requires: threads
import _thread, time
done = _thread.allocate_lock()
done.acquire()
log = []

def work(a, b=0):
    log.append((a, b, _thread.get_ident() != main))
    done.release()

main = _thread.get_ident()
ident = _thread.start_new_thread(work, (1,), {"b": 2})
print(isinstance(ident, int))  # expect: True
done.acquire()
print(log, done.locked())  # expect: [(1, 2, True)] True
done.release()
lock = _thread.allocate_lock()
print(lock.acquire(0), lock.acquire(0), lock.acquire(False), lock.locked())  # expect: True False False True
lock.release()
with lock: print(lock.locked())  # expect: True
r = _thread.RLock()
with r:
    with r: print("twice")  # expect: twice

def quits():
    log.append("before exit")
    done.release()
    _thread.exit()

done.acquire()
_thread.start_new_thread(quits, ())
done.acquire()
print(log[-1], _thread.error is RuntimeError, _thread.LockType is type(lock))
# expect: before exit True True
try:
    _thread.start_new_thread(5, ())
except TypeError as error:
    print(error)  # expect: first arg must be callable
