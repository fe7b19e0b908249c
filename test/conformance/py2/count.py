# The count of the 2009 talk: twice in a row and in two threads, with shared syntax.
# requires: threads
from __future__ import print_function
import sys, threading, time

def count(n):
    while n > 0:
        n -= 1

start = time.time()
count(30000)
count(30000)
sequential = time.time() - start
threads = [threading.Thread(target=count, args=(30000,)) for _ in range(2)]
start = time.time()
for t in threads: t.start()
for t in threads: t.join()
print(sequential > 0, time.time() - start > 0, sys.version_info[0] in (2, 3))  # expect: True True True
lock = threading.Lock()
total = [0]

def add():
    for _ in range(500):
        with lock: total[0] += 1

threads = [threading.Thread(target=add) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(total)  # expect: [1500]
