# Generators as cooperating tasks under a scheduler.

def task(name, n, log):
    for i in range(n):
        log.append("%s%d" % (name, i))
        yield
    return name + " finished"

def run(tasks):
    results = []
    ready = list(tasks)
    while ready:
        t = ready.pop(0)
        try:
            next(t)
            ready.append(t)
        except StopIteration as stop:
            results.append(stop.value)
    return results

log = []
print(run([task("a", 3, log), task("b", 1, log), task("c", 2, log)]))
# expect: ['b finished', 'c finished', 'a finished']
print(log)  # expect: ['a0', 'b0', 'c0', 'a1', 'c1', 'a2']

def grep(word, found):
    try:
        while True:
            line = yield
            if word in line: found.append(line)
    except GeneratorExit:
        found.append("closed")

found = []
g = grep("x", found)
next(g)
for line in ["axe", "bee", "fox"]: g.send(line)
g.close()
print(found)  # expect: ['axe', 'fox', 'closed']

def producer(target):
    for i in range(3): target.send(i)
    target.close()

def doubler(target):
    try:
        while True: target.send((yield) * 2)
    except GeneratorExit: target.close()

def collector(into):
    while True: into.append((yield))

def primed(gen): next(gen); return gen
out = []
producer(primed(doubler(primed(collector(out)))))
print(out)  # expect: [0, 2, 4]

def accumulate():
    total = 0
    while True:
        command = yield total
        if command == "reset": total = 0
        elif command is not None: total += command

acc = accumulate()
print(next(acc), acc.send(5), acc.send(3), next(acc), acc.send("reset"), acc.send(1))  # expect: 0 5 8 8 0 1
