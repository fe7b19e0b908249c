# Breadth-first search over words that differ in one letter.
words = "cold cord card ward warm word wold gold bold bald ball bell worm corm dorm norm form fore core care".split()
def neighbours(word): return [w for w in words if sum(a != b for a, b in zip(w, word)) == 1]

def ladder(start, end):
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == end: return path
        for w in neighbours(path[-1]):
            if w not in seen:
                seen.add(w)
                queue.append(path + [w])

for a, b in [("cold", "warm"), ("gold", "form"), ("care", "bell"), ("ball", "norm"), ("cold", "cold")]:
    print(ladder(a, b))
    # expect: ['cold', 'cord', 'card', 'ward', 'warm']
    # expect: ['gold', 'cold', 'cord', 'corm', 'form']
    # expect: ['care', 'card', 'cord', 'cold', 'bold', 'bald', 'ball', 'bell']
    # expect: ['ball', 'bald', 'bold', 'cold', 'cord', 'corm', 'norm']
    # expect: ['cold']
