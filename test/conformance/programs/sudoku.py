# A sudoku solver by candidates and backtracking.
puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"

def peers(i):
    r, c = divmod(i, 9)
    return {9 * r + k for k in range(9)} | {9 * k + c for k in range(9)} | {9 * (r // 3 * 3 + a) + c // 3 * 3 + b for a in range(3) for b in range(3)}

PEERS = [peers(i) - {i} for i in range(81)]
tries = 0

def solve(grid):
    global tries
    best = None
    for i in range(81):
        if grid[i] == ".":
            options = set("123456789") - {grid[j] for j in PEERS[i]}
            if best is None or len(options) < len(best[1]): best = (i, options)
            if len(options) <= 1: break
    if best is None: return grid
    i, options = best
    for o in sorted(options):
        tries += 1
        solved = solve(grid[:i] + o + grid[i + 1:])
        if solved: return solved
    return None

answer = solve(puzzle)
for r in range(9): print(" ".join(answer[9 * r:9 * r + 9]))
# expect: 5 3 4 6 7 8 9 1 2
# expect: 6 7 2 1 9 5 3 4 8
# expect: 1 9 8 3 4 2 5 6 7
# expect: 8 5 9 7 6 1 4 2 3
# expect: 4 2 6 8 5 3 7 9 1
# expect: 7 1 3 9 2 4 8 5 6
# expect: 9 6 1 5 3 7 2 8 4
# expect: 2 8 7 4 1 9 6 3 5
# expect: 3 4 5 2 8 6 1 7 9
print(tries, solve("55" + puzzle[2:]))  # expect: 51 None
