# Threads raise, catch, chain and clean up at every depth; each sees only its own exceptions. Arguments: seed, threads.
import random, sys, threading
seed, threads = int(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.0005)

class Failure(Exception):
    def __init__(self, me, n):
        Exception.__init__(self, "%d/%d" % (me, n))
        self.me, self.n = me, n

def fall(me, n, depth, log):
    try:
        if depth == 0: raise Failure(me, n)
        if depth % 7 == 3:
            with Closing(log): fall(me, n, depth - 1, log)
        else: fall(me, n, depth - 1, log)
    except Failure as error:
        if depth % 5 == 4: raise Failure(me, n) from error
        raise
    finally:
        log[0] += 1

class Closing:
    def __init__(self, log): self.log = log
    def __enter__(self): self.log[1] += 1
    def __exit__(self, kind, value, trace): self.log[1] -= 1

def source(me, n):
    try:
        for i in range(n): yield i
        raise Failure(me, n)
    finally: sys.exc_info()

wrong = []

def work(me):
    r = random.Random(seed * 100 + me)
    for n in range(480 // threads):
        depth, log = r.randrange(25), [0, 0]
        try: fall(me, n, depth, log)
        except Failure as error:
            if (error.me, error.n) != (me, n) or sys.exc_info()[1] is not error: wrong.append("another's")
        if log != [depth + 1, 0]: wrong.append("cleaned up %r of %d" % (log, depth + 1))
        if sys.exc_info()[1] is not None: wrong.append("left over")
        try: wrong.append("sum %d" % sum(source(me, r.randrange(30))))
        except Failure as error:
            if error.me != me: wrong.append("another's")
        try: {}[n]
        except KeyError as error:
            if error.args != (n,): wrong.append("key")

ts = [threading.Thread(target=work, args=(i,)) for i in range(threads)]
for t in ts: t.start()
for t in ts: t.join()
print("ok" if not wrong else wrong[:5])
