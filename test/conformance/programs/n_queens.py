# All solutions of the queens problem, by backtracking with sets.

def solve(n):
    columns, up, down, board, found = set(), set(), set(), [], []
    def place(row):
        if row == n:
            found.append(tuple(board))
            return
        for c in range(n):
            if c in columns or row + c in up or row - c in down: continue
            columns.add(c); up.add(row + c); down.add(row - c); board.append(c)
            place(row + 1)
            columns.remove(c); up.remove(row + c); down.remove(row - c); board.pop()
    place(0)
    return found

print([len(solve(n)) for n in range(1, 8)])  # expect: [1, 0, 0, 2, 10, 4, 40]
for c in solve(6)[0]:
    print("".join("Q" if i == c else "." for i in range(6)))
    # expect: .Q....
    # expect: ...Q..
    # expect: .....Q
    # expect: Q.....
    # expect: ..Q...
    # expect: ....Q.
