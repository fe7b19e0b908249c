# A long chain and a deep nest are destroyed without exhausting any stack.

class Node:
    count = 0
    def __init__(self, next): self.next = next; Node.count += 1
    def __del__(self): Node.count -= 1

head = None
for i in range(20000): head = Node(head)
print(Node.count)  # expect: 20000
head = None
print(Node.count)  # expect: 0
nest = []
for i in range(100000): nest = [nest]
del nest
t = ()
for i in range(50000): t = (t, i)
del t
d = {}
for i in range(50000): d = {"d": d}
d = None
print("done")  # expect: done
