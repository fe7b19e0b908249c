# How late does a sleeper wake up, alone and beside a spinning thread?
import threading
import time

ROUNDS = 10
over = False


def spin():
    while not over:
        pass


def late():
    begin = time.perf_counter()
    time.sleep(0.001)
    return (time.perf_counter() - begin - 0.001) * 1000


def show(name, rounds):
    rounds = sorted(rounds)
    print("%s: median %.3f ms late" % (name, rounds[len(rounds) // 2]))


show("alone", [late() for _ in range(ROUNDS)])
spinner = threading.Thread(target=spin)
spinner.start()
show("not alone", [late() for _ in range(ROUNDS)])
over = True
spinner.join()
