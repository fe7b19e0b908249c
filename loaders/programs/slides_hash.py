"""Hashing in threads, which lets the lock go: how long a number of blocks takes that the threads share.

    slides_hash.py THREADS BLOCKS

A block is 1 MB. Prints one line of JSON. Runs unchanged on CPython 2.7, on CPython 3 and on Convoy.
"""
import hashlib
import sys
import threading
import time

clock = getattr(time, "perf_counter", time.time)
BLOCK = b"x" * 1000000


def work(blocks):
    digest = hashlib.sha256()
    for _ in range(blocks):
        digest.update(BLOCK)


def main(threads, blocks):
    workers = [threading.Thread(target=work, args=(blocks // threads,)) for _ in range(threads)]
    begin = clock()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    sys.stdout.write('{"wall_s": %.9f}\n' % (clock() - begin))


main(*[int(argument) for argument in sys.argv[1:]])
