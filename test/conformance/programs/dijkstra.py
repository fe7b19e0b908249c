# Shortest paths with a binary heap of our own.

class Heap:
    def __init__(self): self.items = []
    def __len__(self): return len(self.items)
    def push(self, item):
        a = self.items
        a.append(item)
        i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2
    def pop(self):
        a = self.items
        a[0], a[-1] = a[-1], a[0]
        top, i = a.pop(), 0
        while True:
            least = i
            for child in (2 * i + 1, 2 * i + 2):
                if child < len(a) and a[child] < a[least]: least = child
            if least == i: return top
            a[i], a[least] = a[least], a[i]
            i = least

def shortest(graph, start):
    distance, previous, heap = {start: 0}, {}, Heap()
    heap.push((0, start))
    while heap:
        d, node = heap.pop()
        if d > distance[node]: continue
        for other, weight in graph.get(node, {}).items():
            if d + weight < distance.get(other, float("inf")):
                distance[other], previous[other] = d + weight, node
                heap.push((d + weight, other))
    return distance, previous

graph = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6}, "f": {"e": 9}}
distance, previous = shortest(graph, "a")
print(sorted(distance.items()))  # expect: [('a', 0), ('b', 7), ('c', 9), ('d', 20), ('e', 20), ('f', 11)]
path = ["e"]
while path[-1] != "a": path.append(previous[path[-1]])
print("->".join(reversed(path)))  # expect: a->c->f->e
n = 20
grid = {(r, c): {(r + dr, c + dc): (r * 7 + c * 13) % 10 + 1 for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)) if 0 <= r + dr < n and 0 <= c + dc < n} for r in range(n) for c in range(n)}
print(shortest(grid, (0, 0))[0][n - 1, n - 1])  # expect: 95
h = Heap()
for x in [5, 3, 8, 1, 9, 2]: h.push(x)
print([h.pop() for _ in range(6)])  # expect: [1, 2, 3, 5, 8, 9]
