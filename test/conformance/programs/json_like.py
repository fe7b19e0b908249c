# A parser and writer for JSON, by recursive descent.

class ParseError(ValueError): pass

class Parser:
    escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "b": "\b", "r": "\r", "f": "\f"}
    def __init__(self, text): self.text, self.at = text, 0
    def fail(self, what): raise ParseError("%s at %d" % (what, self.at))
    def skip(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\n\r": self.at += 1
    def take(self, c):
        self.skip()
        if self.text[self.at:self.at + 1] != c: self.fail("expected %r" % c)
        self.at += 1
    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]
    def value(self):
        c = self.peek()
        if c == "{": return self.object()
        if c == "[": return self.array()
        if c == '"': return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        if c and c in "-0123456789": return self.number()
        self.fail("unexpected %r" % c)
    def object(self):
        out = {}
        self.take("{")
        while self.peek() != "}":
            if out: self.take(",")
            self.skip()
            key = self.string()
            self.take(":")
            out[key] = self.value()
        self.take("}")
        return out
    def array(self):
        out = []
        self.take("[")
        while self.peek() != "]":
            if out: self.take(",")
            out.append(self.value())
        self.take("]")
        return out
    def string(self):
        self.take('"')
        out = []
        while True:
            if self.at >= len(self.text): self.fail("unterminated string")
            c = self.text[self.at]
            self.at += 1
            if c == '"': return "".join(out)
            if c == "\\":
                c = self.text[self.at]
                self.at += 1
                if c == "u":
                    out.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                else: out.append(self.escapes[c])
            else: out.append(c)
    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE": self.at += 1
        text = self.text[start:self.at]
        return float(text) if any(c in text for c in ".eE") else int(text)

def parse(text):
    p = Parser(text)
    value = p.value()
    if p.peek(): p.fail("extra text")
    return value

def dump(x):
    if x is None: return "null"
    if x is True or x is False: return str(x).lower()
    if isinstance(x, (int, float)): return repr(x)
    if isinstance(x, str): return '"' + x.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(x, list): return "[" + ", ".join(map(dump, x)) + "]"
    return "{" + ", ".join(dump(k) + ": " + dump(v) for k, v in x.items()) + "}"

text = '{"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "x\\n\\"y\\" \\u00e9"}, "empty": [{}, []]}'
value = parse(text)
print(value)
# expect: {'a': [1, -2.5, 1000.0, True, False, None], 'b': {'c': 'x\n"y" é'}, 'empty': [{}, []]}
print(dump(value), parse(dump(value)) == value)
# expect: {"a": [1, -2.5, 1000.0, true, false, null], "b": {"c": "x\n\"y\" é"}, "empty": [{}, []]} True
for bad in ["", "[1,", '{"a" 1}', "[1] 2", '"open', "nope", "[1 2]"]:
    try:
        print(parse(bad))
    except ParseError as error:
        print(error)
        # expect: unexpected '' at 0
        # expect: unexpected '' at 3
        # expect: expected ':' at 5
        # expect: extra text at 4
        # expect: unterminated string at 5
        # expect: unexpected 'n' at 0
        # expect: expected ',' at 3
