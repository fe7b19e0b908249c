# A queue at a bank, simulated with generators and a seeded random source.
import random

class Simulation:
    def __init__(self): self.now, self.events, self.serial = 0.0, [], 0
    def schedule(self, delay, process):
        self.serial += 1
        event = (self.now + delay, self.serial, process)
        i = len(self.events)
        while i and self.events[i - 1] < event: i -= 1
        self.events.insert(i, event)
    def run(self):
        while self.events:
            self.now, _, process = self.events.pop()
            try:
                self.schedule(next(process), process)
            except StopIteration: pass

sim = Simulation()
waits, waiting, free = [], [], [2]
rng = random.Random(12345)

def customer(n):
    arrived = sim.now
    while not free[0]:
        yield 0.25
    free[0] -= 1
    waits.append(sim.now - arrived)
    yield 1 + rng.random() * 4
    free[0] += 1

def arrivals(count):
    for n in range(count):
        sim.schedule(0, customer(n))
        yield rng.random() * 3

sim.schedule(0, arrivals(60))
sim.run()
print(len(waits), "%.4f" % sim.now, "%.4f" % (sum(waits) / len(waits)), max(waits), free)
# expect: 60 95.7056 6.1833 35.0 [2]
