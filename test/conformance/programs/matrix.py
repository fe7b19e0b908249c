# Matrices: a class with operators, multiplication, determinants, powers and printing.

class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]: raise ValueError("shapes %s and %s" % (self.shape, other.shape))
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, c)) for c in columns] for row in self.rows])
    def __add__(self, other): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])
    def __rmul__(self, k): return Matrix([[k * a for a in r] for r in self.rows])
    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: result = result @ base
            base, n = base @ base, n >> 1
        return result
    def __getitem__(self, key): i, j = key; return self.rows[i][j]
    def __eq__(self, other): return self.rows == other.rows
    def __repr__(self): return "\n".join(" ".join("%4s" % a for a in r) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
    def det(self):
        rows, sign, n = [r[:] for r in self.rows], 1, len(self.rows)
        previous = 1
        for k in range(n - 1):
            if rows[k][k] == 0:
                for s in range(k + 1, n):
                    if rows[s][k]:
                        rows[k], rows[s], sign = rows[s], rows[k], -sign
                        break
                else: return 0
            for i in range(k + 1, n):
                for j in range(k + 1, n):
                    rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // previous
            previous = rows[k][k]
        return sign * rows[-1][-1]

a = Matrix([[1, 2], [3, 4]])
print(a @ a.T)
# expect:    5   11
# expect:   11   25
print(2 * a + Matrix.identity(2))
# expect:    3    4
# expect:    6    9
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], a.det(), Matrix([[0, 2, 1], [3, 1, 4], [1, 5, 9]]).det(), a @ Matrix.identity(2) == a)
# expect: 2880067194370816120 -2 -32 True
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as error:
    print(error)  # expect: shapes (2, 2) and (1, 3)
big = Matrix([[(i * j) % 7 for j in range(25)] for i in range(25)])
print(sum(map(sum, (big @ big).rows)))  # expect: 113239
