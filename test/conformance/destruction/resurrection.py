# __del__ may store self again; it then runs only once.
saved = []

class Phoenix:
    def __del__(self):
        print("del")
        saved.append(self)

p = Phoenix()
p.tag = 5
del p  # expect: del
print(len(saved), saved[0].tag)  # expect: 1 5
saved.clear()
print("second time is silent")  # expect: second time is silent

class Logger:
    log = []
    def __init__(self, n): self.n = n
    def __del__(self): Logger.log.append(self.n)

for i in range(5): Logger(i)
print(Logger.log)  # expect: [0, 1, 2, 3, 4]
l = Logger("x")
ref = l
l = None
print(Logger.log[-1])  # expect: 4
ref = None
print(Logger.log[-1])  # expect: x

def closure():
    owned = Logger("closed over")
    return lambda: owned.n

f = closure()
print(f())  # expect: closed over
del f
print(Logger.log[-1])  # expect: closed over
