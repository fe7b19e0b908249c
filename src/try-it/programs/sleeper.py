# A thread that sleeps one millisecond at a time, beside a thread that spins.
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
    print("%s: median %.3f ms late, at most %.3f ms" % (name, rounds[len(rounds) // 2], rounds[-1]))


show("alone", [late() for _ in range(ROUNDS)])
spinner = threading.Thread(target=spin)
spinner.start()
show("beside a spinning thread", [late() for _ in range(ROUNDS)])
over = True
spinner.join()
