# What still lives in the module when the program ends is destroyed then.

class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

kept = D("module variable")
print("last line")  # expect: last line
# expect: del module variable
