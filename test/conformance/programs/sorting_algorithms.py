# Six ways to sort, on the same numbers.

def numbers(n, seed=1):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        yield seed % 1000

def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a

def insertion(a):
    out = []
    for x in a:
        i = len(out)
        while i and out[i - 1] > x: i -= 1
        out.insert(i, x)
    return out

def merge(a):
    if len(a) < 2: return a
    l, r, out = merge(a[:len(a) // 2]), merge(a[len(a) // 2:]), []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]: out.append(l[i]); i += 1
        else: out.append(r[j]); j += 1
    return out + l[i:] + r[j:]

def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])

def heap(a):
    a = a[:]
    def sift(i, n):
        while 2 * i + 1 < n:
            c = 2 * i + 1
            if c + 1 < n and a[c] < a[c + 1]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c], i = a[c], a[i], c
    for i in reversed(range(len(a) // 2)): sift(i, len(a))
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(0, n)
    return a

def radix(a):
    for shift in (0, 4, 8):
        buckets = [[] for _ in range(16)]
        for x in a: buckets[x >> shift & 15].append(x)
        a = [x for b in buckets for x in b]
    return a

data = list(numbers(150))
print(data[:6])  # expect: [590, 575, 84, 781, 474, 899]
for sort in (bubble, insertion, merge, quick, heap, radix):
    print(sort.__name__, sort(data) == sorted(data), sort([]), sort([3, 1, 2]))
    # expect: bubble True [] [1, 2, 3]
    # expect: insertion True [] [1, 2, 3]
    # expect: merge True [] [1, 2, 3]
    # expect: quick True [] [1, 2, 3]
    # expect: heap True [] [1, 2, 3]
    # expect: radix True [] [1, 2, 3]
