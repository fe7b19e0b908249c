# A handler runs while the main thread waits for a lock with a limit: in join, Event.wait and Condition.wait.
# requires: threads signals
from __future__ import print_function
import os, signal, threading, time
log = []
signal.signal(signal.SIGUSR1, lambda number, frame: log.append("handled"))
event, cond = threading.Event(), threading.Condition()

def send(then):
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGUSR1)
    deadline = time.time() + 30
    while "handled" not in log and time.time() < deadline: time.sleep(0.001)
    log.append("sender done")
    then()

def notify():
    with cond: cond.notify()

def in_join(t): t.join(60)
def in_event(t): event.wait(60)

def in_condition(t):
    with cond:
        while "sender done" not in log: cond.wait(60)

for wait, then in [(in_join, lambda: None), (in_event, event.set), (in_condition, notify)]:
    del log[:]
    t = threading.Thread(target=send, args=(then,))
    t.start()
    wait(t)
    print(wait.__name__, log)
    # expect: in_join ['handled', 'sender done']
    # expect: in_event ['handled', 'sender done']
    # expect: in_condition ['handled', 'sender done']
    t.join()

def interrupt():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)
    event.wait(60)

event.clear()
t = threading.Thread(target=interrupt)
t.daemon = True
try:
    t.start()
    t.join(60)
    print("never")
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
event.set()
t.join(60)
