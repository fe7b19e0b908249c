# A search tree with insertion, deletion, traversal, and prompt release of its nodes.

class Node:
    alive = 0
    def __init__(self, key): self.key, self.left, self.right = key, None, None; Node.alive += 1
    def __del__(self): Node.alive -= 1

class Tree:
    def __init__(self, keys=()):
        self.root, self.size = None, 0
        for k in keys: self.insert(k)
    def insert(self, key):
        if self.root is None: self.root = Node(key)
        else:
            n = self.root
            while True:
                if key == n.key: return False
                side = "left" if key < n.key else "right"
                if getattr(n, side) is None:
                    setattr(n, side, Node(key))
                    break
                n = getattr(n, side)
        self.size += 1
        return True
    def remove(self, key):
        def go(n):
            if n is None: raise KeyError(key)
            if key < n.key: n.left = go(n.left)
            elif key > n.key: n.right = go(n.right)
            elif n.left is None: return n.right
            elif n.right is None: return n.left
            else:
                least = n.right
                while least.left: least = least.left
                n.key, least.key = least.key, n.key
                n.right = drop_least(n.right)
            return n
        def drop_least(n):
            if n.left is None: return n.right
            n.left = drop_least(n.left)
            return n
        self.root = go(self.root)
        self.size -= 1
    def __iter__(self):
        stack, n = [], self.root
        while stack or n:
            while n: stack.append(n); n = n.left
            n = stack.pop()
            yield n.key
            n = n.right
    def __contains__(self, key):
        n = self.root
        while n and n.key != key: n = n.left if key < n.key else n.right
        return n is not None
    def __len__(self): return self.size
    def height(self):
        def h(n): return 0 if n is None else 1 + max(h(n.left), h(n.right))
        return h(self.root)

t = Tree([50, 30, 70, 20, 40, 60, 80, 30])
print(list(t), len(t), t.height(), 60 in t, 65 in t, Node.alive)
# expect: [20, 30, 40, 50, 60, 70, 80] 7 3 True False 7
for k in (20, 30, 50): t.remove(k)
print(list(t), len(t), Node.alive)  # expect: [40, 60, 70, 80] 4 4
try:
    t.remove(99)
except KeyError as error:
    print("no", error)  # expect: no 99
x = 1
for _ in range(300):
    x = x * 75 % 65537
    t.insert(x)
print(len(t), Node.alive, list(t) == sorted(t), t.height() < 25)  # expect: 304 304 True True
del t
print(Node.alive)  # expect: 0
