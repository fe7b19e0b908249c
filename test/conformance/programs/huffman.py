# Huffman codes: counting, a tree of tuples, encoding and decoding.

def codes(text):
    counts = {}
    for c in text: counts[c] = counts.get(c, 0) + 1
    forest = [(n, i, c) for i, (c, n) in enumerate(sorted(counts.items()))]
    serial = len(forest)
    while len(forest) > 1:
        forest.sort(reverse=True)
        a, b = forest.pop(), forest.pop()
        forest.append((a[0] + b[0], serial, (a, b)))
        serial += 1
    out = {}
    def walk(node, prefix):
        if isinstance(node[2], str): out[node[2]] = prefix or "0"
        else:
            walk(node[2][0], prefix + "0")
            walk(node[2][1], prefix + "1")
    walk(forest[0], "")
    return out

def decode(bits, table):
    back, out, current = {v: k for k, v in table.items()}, [], ""
    for bit in bits:
        current += bit
        if current in back:
            out.append(back[current])
            current = ""
    return "".join(out)

text = "she sells sea shells by the sea shore"
table = codes(text)
bits = "".join(table[c] for c in text)
print(sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])))
# expect: [('s', '01'), ('h', '001'), ('l', '100'), (' ', '110'), ('e', '111'), ('y', '0000'), ('a', '0001'), ('b', '10100'), ('o', '10101'), ('r', '10110'), ('t', '10111')]
print(len(bits), len(text) * 8, decode(bits, table) == text, codes("aaa"))
# expect: 114 296 True {'a': '0'}
