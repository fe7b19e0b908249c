# Producers, consumers and transfers between accounts under locks in a fixed order.
# requires: threads
import queue, threading

class Account:
    def __init__(self, n, balance): self.n, self.balance, self.lock = n, balance, threading.Lock()

class InsufficientFunds(Exception): pass
accounts = [Account(i, 1000) for i in range(5)]

def transfer(a, b, amount):
    first, second = (a, b) if a.n < b.n else (b, a)
    with first.lock, second.lock:
        if a.balance < amount: raise InsufficientFunds(amount)
        a.balance -= amount
        b.balance += amount

jobs, refused, lock = queue.Queue(maxsize=8), [], threading.Lock()

def clerk():
    while (job := jobs.get()) is not None:
        a, b, amount = job
        try:
            transfer(accounts[a], accounts[b], amount)
        except InsufficientFunds as error:
            with lock: refused.append(error.args[0])

clerks = [threading.Thread(target=clerk) for _ in range(4)]
for c in clerks: c.start()
for i in range(400): jobs.put((i % 5, (i + 1 + i % 4) % 5, 10 ** 6 if i % 50 == 0 else i % 17))
for _ in clerks: jobs.put(None)
for c in clerks: c.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), len(refused), set(refused))
# expect: 5000 True 8 {1000000}
