# A small Lisp: reader, evaluator, closures, recursion and errors.

def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    def form():
        if not tokens: raise SyntaxError("unexpected end")
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens and tokens[0] != ")": out.append(form())
            if not tokens: raise SyntaxError("missing )")
            tokens.pop(0)
            return out
        if t == ")": raise SyntaxError("unexpected )")
        try: return int(t)
        except ValueError: return t
    return form()

class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, name):
        env = self
        while env is not None:
            if name in env: return env
            env = env.outer
        raise NameError("unbound: " + name)

def product(xs):
    out = 1
    for x in xs: out *= x
    return out

top = Env(["+", "*", "-", "<", "=", "list", "car", "cdr", "null?"],
          [lambda *a: sum(a), lambda *a: product(a), lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a == b,
           lambda *a: list(a), lambda l: l[0], lambda l: l[1:], lambda l: not l])

def evaluate(x, env=top):
    while True:
        if isinstance(x, str): return env.find(x)[x]
        if not isinstance(x, list): return x
        head, *rest = x
        if head == "quote": return rest[0]
        if head == "if":
            x = rest[1] if evaluate(rest[0], env) else rest[2]
        elif head == "define":
            env[rest[0]] = evaluate(rest[1], env)
            return None
        elif head == "lambda":
            return lambda *args, p=rest[0], b=rest[1], e=env: evaluate(b, Env(p, args, e))
        else:
            return evaluate(head, env)(*[evaluate(a, env) for a in rest])

def show(x): return "(" + " ".join(map(show, x)) + ")" if isinstance(x, list) else {True: "#t", False: "#f"}.get(x, str(x)) if isinstance(x, bool) else str(x)

for text in ["(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 20)", "(define add (lambda (a) (lambda (b) (+ a b))))",
             "((add 3) 4)", "(define map (lambda (f l) (if (null? l) l (cons1 (f (car l)) (map f (cdr l))))))", "(quote (a (b 1)))",
             "(list 1 (+ 1 1) (< 1 2))", "(undefined 1)", "(+ 1", ")", "(car (list))", "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))", "(fib 12)"]:
    try:
        result = evaluate(read(text))
        if result is not None: print(show(result))
    except (SyntaxError, NameError, IndexError) as error:
        print(type(error).__name__ + ":", error)
# expect: 2432902008176640000
# expect: 7
# expect: (a (b 1))
# expect: (1 2 #t)
# expect: NameError: unbound: undefined
# expect: SyntaxError: missing )
# expect: SyntaxError: unexpected )
# expect: IndexError: list index out of range
# expect: 144
