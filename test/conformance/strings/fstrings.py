# f-strings: expressions, conversions, nested formats, debugging form.
name, n, x = "Ada", 7, 3.14159
print(f"{name} is {n + 1}", f"{n!r} {name!r} {name!s} {'é'!a}")  # expect: Ada is 8 7 'Ada' Ada '\xe9'
print(f"{x:.2f}|{n:5d}|{n:<5}|{n:^5}|{n:05}|{name:>6}|{name:*^9}")
# expect: 3.14|    7|7    |  7  |00007|   Ada|***Ada***
width, digits = 10, 3
print(f"{x:{width}.{digits}f}|{x:{width}}|")  # expect:      3.142|   3.14159|
print(f"{{literal}} {n}%", f"{'nested ' + f'{n}'}")  # expect: {literal} 7% nested 7
print(f"{n=} {x=:.1f} {name=} {n + 1 = }")  # expect: n=7 x=3.1 name='Ada' n + 1 = 8
d = {"k": [1, 2]}
print(f"{d['k'][1]} {len(name)} {name.upper()} {n if n > 5 else 0}")  # expect: 2 3 ADA 7
print(f"{(lambda v: v * 2)(n)} {[i for i in range(3)]}")  # expect: 14 [0, 1, 2]
print(f"a" "b" f"{n}" "{n}")  # expect: ab7{n}
print(f"""multi
{n}
line""")
# expect: multi
# expect: 7
# expect: line
print(rf"\d{n}", f"{n:x} {n:b} {n:#o} {1000000:,}")  # expect: \d7 7 111 0o7 1,000,000
print(f"{'yes' if n else 'no'!r:>8}|{None}|{True}|{n:}")  # expect:    'yes'|None|True|7
