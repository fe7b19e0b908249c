# Two threads alternate strictly, by semaphores, by a condition, and by spinning.
# requires: threads
import threading

def run(a, b):
    ts = [threading.Thread(target=a), threading.Thread(target=b)]
    for t in ts: t.start()
    for t in ts: t.join()

out, left, right = [], threading.Semaphore(1), threading.Semaphore(0)

def by_semaphore(name, mine, other):
    def body():
        for _ in range(5):
            mine.acquire()
            out.append(name)
            other.release()
    return body

run(by_semaphore("a", left, right), by_semaphore("b", right, left))
print("".join(out))  # expect: ababababab
out, turn, cond = [], [0], threading.Condition()

def by_condition(me):
    def body():
        for _ in range(5):
            with cond:
                cond.wait_for(lambda: turn[0] == me)
                out.append("xy"[me])
                turn[0] = 1 - me
                cond.notify()
    return body

run(by_condition(0), by_condition(1))
print("".join(out))  # expect: xyxyxyxyxy
out = []

def by_spinning(me):
    def body():
        for _ in range(3):
            while turn[0] != me: pass
            out.append("pq"[me])
            turn[0] = 1 - me
    return body

run(by_spinning(0), by_spinning(1))
print("".join(out))  # expect: pqpqpq
