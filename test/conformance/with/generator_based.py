# A context manager made of a generator, as contextlib does it.

class contextmanager:
    def __init__(self, function): self.function = function
    def __call__(self, *args): return Running(self.function(*args))

class Running:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, kind, value, tb):
        if kind is None:
            try: next(self.gen)
            except StopIteration: return False
            raise RuntimeError("generator didn't stop")
        try: self.gen.throw(value)
        except StopIteration: return True
        except BaseException as error:
            if error is value: return False
            raise

@contextmanager
def tag(name):
    print("<%s>" % name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print("</%s>" % name)

with tag("b") as t:
    print(t)
# expect: <b>
# expect: B
# expect: </b>
with tag("i"):
    raise ValueError("inside")
# expect: <i>
# expect: handled inside
# expect: </i>
try:
    with tag("u"):
        raise KeyError("goes on")
except KeyError as error:
    print("outside", error)
# expect: <u>
# expect: </u>
# expect: outside 'goes on'
with tag("x"), tag("y"):
    print("nested")
# expect: <x>
# expect: <y>
# expect: nested
# expect: </y>
# expect: </x>
