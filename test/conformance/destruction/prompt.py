# __del__ runs as soon as the last reference goes.

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

a = D("a")
b = a
del a
print("still referenced")  # expect: still referenced
del b  # expect: del a
print("gone")  # expect: gone
c = D("first")
c = D("second")  # expect: del first
print("rebound")  # expect: rebound
c = None  # expect: del second
D("temporary")  # expect: del temporary
print("after the temporary")  # expect: after the temporary

def f():
    local = D("local")
    print("in f")

f()
# expect: in f
# expect: del local
print("after f")  # expect: after f
box = [D("in list"), D("in list too")]
box.pop()  # expect: del in list too
print("popped")  # expect: popped
box.clear()  # expect: del in list
print("cleared")  # expect: cleared
d = {"k": D("in dict")}
d["k"] = 1  # expect: del in dict
t = (D("in tuple"),)
t = ()  # expect: del in tuple
class Holder: pass
h = Holder()
h.x = D("attribute")
del h  # expect: del attribute
print("holder gone")  # expect: holder gone
s = {D("in set")}
s.pop()  # expect: del in set
print("end")  # expect: end
