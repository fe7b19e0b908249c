# if, elif, else, conditional expressions, match-free dispatch, pass and truth.

def grade(n):
    if n >= 90: return "A"
    elif n >= 80: return "B"
    elif n >= 70:
        return "C"
    else:
        return "F"

print([grade(n) for n in (95, 85, 75, 10)])  # expect: ['A', 'B', 'C', 'F']

def classify(x):
    if x is None: return "none"
    if isinstance(x, bool): return "bool"
    if isinstance(x, (int, float)): return "number"
    if not x: return "empty"
    return type(x).__name__

print([classify(x) for x in [None, True, 1, 2.5, "", [], "s", [1], {}]])
# expect: ['none', 'bool', 'number', 'number', 'empty', 'empty', 'str', 'list', 'empty']
x = 5
print("big" if x > 10 else "medium" if x > 3 else "small", (x > 3) * "yes", [0, 1][x > 3], x > 3 and "and" or "or")
# expect: medium yes 1 and
if x: pass
else: print("never")
if not x == 5: print("never")
elif x != 5 or x is None: print("never")
else: print("else")  # expect: else
print(None is None, not None, x is not None, [] == [], x == 5 == 5.0)  # expect: True True True True True
day = "tue"
print({"mon": 1, "tue": 2}.get(day, 0), day in ("tue", "wed"), day not in "xyz")  # expect: 2 True True
print(1 if [] else 2, (1, 2) if 0 else (3,))  # expect: 2 (3,)

def early(n):
    if n < 0: return
    return n

print(early(-1), early(1))  # expect: None 1
