# Records, grouping, totals and a formatted table, as students write them.

class Item:
    def __init__(self, name, category, quantity, price):
        self.name, self.category, self.quantity, self.price = name, category, quantity, price
    @property
    def value(self): return self.quantity * self.price
    def __lt__(self, other): return (self.category, self.name) < (other.category, other.name)
    def __str__(self): return "{:<10}{:>5}{:>9.2f}{:>10,.2f}".format(self.name, self.quantity, self.price, self.value)

class Inventory:
    def __init__(self): self.items = {}
    def add(self, *args):
        item = Item(*args)
        if item.name in self.items: raise ValueError("already there: " + item.name)
        self.items[item.name] = item
    def remove(self, name, n):
        item = self.items[name]
        if n > item.quantity: raise ValueError("only %d of %s" % (item.quantity, name))
        item.quantity -= n
        if not item.quantity: del self.items[name]
    def __iter__(self): return iter(sorted(self.items.values()))
    def by_category(self):
        groups = {}
        for item in self: groups.setdefault(item.category, []).append(item)
        return groups

stock = Inventory()
for row in ["bolt,metal,1200,0.05", "nut,metal,900,0.04", "plank,wood,35,12.5", "glue,other,12,3.99"]:
    name, category, quantity, price = row.split(",")
    stock.add(name, category, int(quantity), float(price))
for category, items in stock.by_category().items():
    print(category.upper())
    for item in items: print(" ", item)
# expect: METAL
# expect:   bolt       1200     0.05     60.00
# expect:   nut         900     0.04     36.00
# expect: OTHER
# expect:   glue         12     3.99     47.88
# expect: WOOD
# expect:   plank        35    12.50    437.50
print("-" * 36)  # expect: ------------------------------------
print("{:<15}{:>21,.2f}".format("total", sum(i.value for i in stock)))
# expect: total                         581.38
for action in [lambda: stock.add("nut", "x", 1, 1), lambda: stock.remove("plank", 99), lambda: stock.remove("gold", 1), lambda: stock.remove("glue", 12)]:
    try:
        action()
        print("ok", len(stock.items))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
# expect: ValueError already there: nut
# expect: ValueError only 35 of plank
# expect: KeyError 'gold'
# expect: ok 3
