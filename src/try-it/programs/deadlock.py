# Two threads take two locks, each in the other's order.
import threading
import time

left, right = threading.Lock(), threading.Lock()


def take(name, first, second):
    with first:
        print(name + " has one lock")
        time.sleep(0.001)
        with second:
            print(name + " has both")


threads = [
    threading.Thread(target=take, args=("one", left, right)),
    threading.Thread(target=take, args=("two", right, left)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
