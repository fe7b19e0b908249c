# A tokenizer and a recursive-descent parser for arithmetic, with variables and functions.
import math

def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield ("number", float(text[i:j]) if "." in text[i:j] else int(text[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum(): j += 1
            yield ("name", text[i:j])
            i = j
        elif c in "+-*/^()=,":
            yield ("op", c)
            i += 1
        else: raise SyntaxError("bad character %r" % c)
    yield ("end", None)

class Calculator:
    functions = {"sqrt": math.sqrt, "max": max, "abs": abs}
    def __init__(self): self.variables = {"pi": math.pi}
    def run(self, text):
        self.tokens = list(tokenize(text))
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            name = self.tokens[0][1]
            del self.tokens[:2]
            self.variables[name] = result = self.sum()
        else: result = self.sum()
        if self.tokens[0][0] != "end": raise SyntaxError("unexpected %r" % (self.tokens[0][1],))
        return result
    def accept(self, *ops):
        if self.tokens[0][0] == "op" and self.tokens[0][1] in ops: return self.tokens.pop(0)[1]
    def sum(self):
        left = self.product()
        while (op := self.accept("+", "-")): left = left + self.product() if op == "+" else left - self.product()
        return left
    def product(self):
        left = self.power()
        while (op := self.accept("*", "/")): left = left * self.power() if op == "*" else left / self.power()
        return left
    def power(self):
        base = self.unary()
        return base ** self.power() if self.accept("^") else base
    def unary(self): return -self.unary() if self.accept("-") else self.atom()
    def atom(self):
        kind, value = self.tokens.pop(0)
        if kind == "number": return value
        if kind == "name" and self.accept("("):
            args = [self.sum()]
            while self.accept(","): args.append(self.sum())
            if not self.accept(")"): raise SyntaxError("expected )")
            return self.functions[value](*args)
        if kind == "name": return self.variables[value]
        if (kind, value) == ("op", "("):
            inner = self.sum()
            if not self.accept(")"): raise SyntaxError("expected )")
            return inner
        raise SyntaxError("unexpected %r" % (value,))

c = Calculator()
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "x = 10 / 4", "x * 2 - 1", "sqrt(16) + max(1, 2, x)", "2 ^ 100", "1 / 0", "y", "(1", "1 $ 2", "1 2", "abs(-3.5) * pi"]:
    try:
        print(line, "->", c.run(line))
    except (SyntaxError, ZeroDivisionError, KeyError) as error:
        print(line, "->", type(error).__name__, error)
# expect: 1 + 2 * 3 -> 7
# expect: (1 + 2) * 3 -> 9
# expect: 2 ^ 3 ^ 2 -> 512
# expect: -2 ^ 2 -> 4
# expect: x = 10 / 4 -> 2.5
# expect: x * 2 - 1 -> 4.0
# expect: sqrt(16) + max(1, 2, x) -> 6.5
# expect: 2 ^ 100 -> 1267650600228229401496703205376
# expect: 1 / 0 -> ZeroDivisionError division by zero
# expect: y -> KeyError 'y'
# expect: (1 -> SyntaxError expected )
# expect: 1 $ 2 -> SyntaxError bad character '$'
# expect: 1 2 -> SyntaxError unexpected 2
# expect: abs(-3.5) * pi -> 10.995574287564276
