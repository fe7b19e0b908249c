# Word wrapping, justification and word statistics.
text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."""

def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines + [line]

def justify(line, width):
    words = line.split()
    if len(words) == 1: return line
    gaps, spaces = len(words) - 1, width - sum(map(len, words))
    out = words[0]
    for i, word in enumerate(words[1:]):
        out += " " * (spaces // gaps + (i < spaces % gaps)) + word
    return out

for line in wrap(text, 40): print("|" + line.ljust(40) + "|")
# expect: |It was the best of times, it was the    |
# expect: |worst of times, it was the age of       |
# expect: |wisdom, it was the age of foolishness,  |
# expect: |it was the epoch of belief, it was the  |
# expect: |epoch of incredulity.                   |
print(*[justify(l, 32) for l in wrap(text, 32)[:3]], sep="\n")
# expect: It was the best of times, it was
# expect: the  worst  of times, it was the
# expect: age of wisdom, it was the age of
counts = {}
for word in text.lower().replace(",", "").replace(".", "").split(): counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]: print("%-6s %2d %s" % (word, n, "*" * n))
# expect: it      6 ******
# expect: of      6 ******
# expect: the     6 ******
# expect: was     6 ******
# expect: age     2 **
print(text.title()[:30], "|", " ".join(w[::-1] for w in text.split()[:4]), "|", sum(c in "aeiou" for c in text))
# expect: It Was The Best Of Times, It W | tI saw eht tseb | 50
