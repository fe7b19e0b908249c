# Lists as stacks, queues and matrices.
stack = []
for token in "3 4 + 2 * 7 /".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "*": a * b, "/": a / b}[token])
print(stack)  # expect: [2.0]
m = [[1, 2], [3, 4], [5, 6]]
print([list(row) for row in zip(*m)], sum(m, []), [sum(row) for row in m], [max(col) for col in zip(*m)])
# expect: [[1, 3, 5], [2, 4, 6]] [1, 2, 3, 4, 5, 6] [3, 7, 11] [5, 6]
q = [1, 2, 3]
q.append(q.pop(0))
print(q)  # expect: [2, 3, 1]
identity = [[int(i == j) for j in range(3)] for i in range(3)]
for row in identity:
    print(*row)
    # expect: 1 0 0
    # expect: 0 1 0
    # expect: 0 0 1
flat = [x for row in m for x in row if x % 2]
print(flat, flat[-1:] + flat[:-1])  # expect: [1, 3, 5] [5, 1, 3]
