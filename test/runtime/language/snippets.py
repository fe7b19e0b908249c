"""Snippets of every kind of Python that Convoy compiles; compiled, never run."""
def scope1():
    x = 1
    def inner():
        nonlocal x
        x += 1
        def deep(): return x
        return deep
    class K:
        x = x
        def m(self): return x, __class__
        y = [x for _ in range(3)]
    return inner, K, lambda: x
class Priv:
    __a = 1
    def __m(self, __p=2, *, __q=3):
        self.__a = __p
        global __g
        __g = 1
        import __mod
        from a import __name
        try: pass
        except E as __e: pass
        f(__k=1)
        return self.__a.__b__, __c
def star(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:
    a, *b, c = args
    [*a, b] = c, d
    (a, b), c = d
    *a, = b
    x = y = z = a, b
    a.b, c[d], e = f
    print(*a, *b, c, k=1, **d, **e)
    print(**a)
    print(*a)
    print(a, b=1, **c)
    return *a, b
def big():
    f(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a,b,c,d,e,f,g,h)
    x.f(a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a,b,c,d,e,f,g,h)
    f(a=1,b=1,c=1,d=1,e=1,f=1,g=1,h=1,i=1,j=1,k=1,l=1,m=1,n=1,o=1,p=1,q=1)
    [a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a,b,c,d,e,f,g,h]
    (a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a,b,c,d,e,f,g,h)
    {a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,a,b,c,d,e,f,g,h}
    {a:1,b:1,c:1,d:1,e:1,f:1,g:1,h:1,i:1,j:1,k:1,l:1,m:1,n:1,o:1,p:1,q:1}
    {1:a,2:b,3:c,4:d,5:e,6:f,7:g,8:h,9:i,10:j,11:k,12:l,13:m,14:n,15:o,16:p,17:q, 18:r}
    {**a, 1: 2, 3: 4, **b, 'c': d}
    f"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w}{x}{y}{z}{a}{b}{c}{d}{e}{f}"
    [1,2,3]; [1,2]; {1,2,3}; (1,2,3); [*a, 1, 2, 3]; {*a, 1}; (*a, 1)
def cond(a, b, c):
    if a and b or not c: x
    elif not (a or b): y
    else: z
    while a and (b or c): x
    while not a < b < c:
        if a: break
        elif b: continue
    else: y
    x = a and b or c
    x = a if b and c else d
    x = not a
    x = not a in b, not a is b, a not in b, a is not b
    x = a < b <= c != d
    assert a, b
    assert a and b
    assert (a, b) is not None
    x = a if 1 else b
    while True: pass
    while 1:
        if a: break
    while 0: x
    if 0: a
    if __debug__: b
    if None: a
    else: b
    return a or (b and c)
def consts():
    x = 1 + 2 * 3, -1, +2, ~5, not 1, 2 ** 10, 2 ** -1, 1 / 3, 7 // -2, -7 % 3, 1 << 70, 5 >> 1, 6 & 3, 6 | 1, 6 ^ 2
    x = 'a' + 'b', 'a' * 3, (1,) * 2, (1, 2) + (3,), 'abc'[1], (1, 2, 3)[-1], b'ab'[0], 1.5 * 2, 1e308 * 10, -0.0, 0.0
    x = 1 // 0, 1 % 0, 1 / 0, 2 ** 1000, 1 << 1000, 'a' * 10000, (1, 2)[5]
    x = a in [1, 2], a in {1, 2}, a not in (1, 2), a in [b, c]
    x = True + 1, True & False, -True, ~True, None, ..., 'é', '\ud800', b'\xff'
    for i in [1, 2, 3]: pass
    for i in {1, 2}: pass
    for i in [a, b]: pass
    x = '%s and %r' % (a, b), '%d' % (a,), '%s' % a, '%5s%%|%-5s|%.3s' % (a, b, c), 'x' % (), '%s' % (a, b)
    x = 1e400, 1_000, 0xFF, 0o17, 0b11, 1., .5, 1e-7, 1e16, 123456789012345678901234567890
    return x
def tries():
    try: a
    except: b
    try: a
    except (A, B) as e: b
    else: c
    finally: d
    for x in y:
        try:
            if x: break
            if y: continue
            return 1
        finally:
            z
        try:
            return x
        except A as e:
            continue
        except B as e:
            break
    while x:
        try: a
        finally:
            break
    while x:
        try: a
        finally:
            if y: continue
            return 2
def withs():
    with a: pass
    with a as b, c as (d, e): f
    with (a as b, c): return 1
    with (a, b) as c: pass
    with a() as b.c, d as e[0]:
        for x in y:
            with z:
                if x: break
                if y: continue
                return x
    try:
        with a: return b
    finally: c
def gens():
    x = yield
    y = yield x
    z = yield x, y
    w = yield from z
    yield
    (yield 1)
    a = [(yield 1), 2]
    return (x for x in y if z for w in x), [i for i in range(3) for j in [i * 2] if j], {a: b for a, b in c}, {x for x in y}, [[a for a in b] for b in c]
def wal():
    if (n := f()) > 1: print(n)
    x = [y := 1, y ** 2]
    [last := z for z in w]
    while (a := b): pass
    return f(q := 1)
def fstr():
    return f'{a}', f'{a!r}', f'{a!s:>10}', f'{a:{b}}', f'{a:{b}.{c}}', f'{{}}{a}', f'', f'x', f'{a=}', f'{a = }', f'{a=!s}', f'{a=:5}', f'a' 'b' f'{c}', f'{a["x"]}', rf'\{a}', f'{a:\n}', f'\x41{a}\u00e9', f'{x:%H:%M}', f'{(lambda x: x)(1)}', f'{a if b else c}', f'{a!r:^{width}.{prec}}', f'''{
a}''', f'{a,b}', f'{ {1: 2}[1] }', f'{a:{"x"}>{10}}', f'{a==b}', f'{a!=b}', f'{a<=b}', f'{yield_}', f'{f"{x}"}'
def aug():
    a += 1
    a.b -= 2
    a[b] *= 3
    a[b:c] //= 4
    a.b.c[d.e] **= f
    global g
    g >>= 1
    a @= b; a %= b; a &= b; a |= b; a ^= b; a <<= b; a /= b
def dels():
    del a
    del a.b, c[d], (e, f), [g]
    del x[1:2]
    def f():
        del y
    y = 1
    return lambda: y
import a, b.c, d.e.f as g, h as i
from . import x
from .. import y as z
from .a.b import c, d as e
from os import (path,
   sep)
x: int = 3
y: str
a.b: int
(z): int = 4
a[0]: int = 5
class D(A, B, metaclass=M, **kw):
    "doc"
    x: int
    y: List[int] = []
    def __init__(self): super().__init__()
    @property
    def p(self): return self
    @p.setter
    def p(self, v): self.v = v
    @staticmethod
    @deco(1, x=2)
    def s(): pass
@dec
class E: pass
class F(): x = __class__
def doc():
    """docstring"""
def doc2():
    "a" "b"
    return 1
def doc3():
    "a" + "b"
def empty(): pass
def raises():
    raise
    raise A
    raise A from B
    x
def annotated(a: int, *b: str, c: float = 1, **d: bytes) -> None:
    x: int = 1
    y: str
    (z): int = 2
    a.b: int
for i in range(10):
    if i: continue
    else: break
else:
    done
lambda: (yield)
lambda a, *b, c=1, **d: (a, b, c, d)
lambda x, /: x
x = lambda: [lambda: y for y in z]
print(x if y else z, not x, *w)
x = a @ b @ c
x = a ** b ** c
x = -a ** -b
x = (a, b) < (c, d)
x[a, b:c, ::d, ...] = y[:]
x[1:2] += z[::2]
x = a if b else c if d else e
x = (yield_, )
"""no docstring"""
1
...
x.y.z(1).w(2)[3](4)
(a
 .b
 .c(1,
    2)
 .d)
f(a)(b)(c)
f(x for x in y)
f(x, (y for y in z))
if a:
    pass
elif b:
    pass
if a: x; y
a; b; c;
try:
    x
finally:
    pass
global gg
gg = 1


def exits(a):
    for x in a:
        if x:
            with b:
                if c:
                    return 1
                elif d:
                    continue
            break
        try:
            try:
                e
            except F:
                return 2
            else:
                g
        finally:
            try:
                h
            except I:
                pass
            else:
                break
    while a:
        if b:
            if c:
                d
        else:
            if e:
                f
    if a:
        try:
            if b:
                c
            else:
                d
        except:
            e
    else:
        if f:
            return g
        while 1:
            if h:
                continue
            return i


def long_jump(x):
    while x:
        a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z
        a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z
        a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z
        a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z
        if a:
            continue
        x.y.z()
