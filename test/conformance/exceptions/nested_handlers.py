# Handlers inside handlers, errors inside handlers, loops around them.

def f(n):
    steps = []
    try:
        steps.append("a")
        try:
            steps.append("b")
            if n == 1: raise ValueError("1")
            if n == 2: raise KeyError("2")
            if n == 3: raise TypeError("3")
        except ValueError:
            steps.append("inner value")
            raise IndexError("from handler")
        except KeyError:
            steps.append("inner key")
        else:
            steps.append("inner else")
        finally:
            steps.append("inner finally")
        steps.append("after inner")
    except IndexError as e:
        steps.append("outer index, context %r" % e.__context__)
    except TypeError:
        steps.append("outer type")
    finally:
        steps.append("outer finally")
    return steps

for n in range(4):
    print(f(n))
    # expect: ['a', 'b', 'inner else', 'inner finally', 'after inner', 'outer finally']
    # expect: ['a', 'b', 'inner value', 'inner finally', "outer index, context ValueError('1')", 'outer finally']
    # expect: ['a', 'b', 'inner key', 'inner finally', 'after inner', 'outer finally']
    # expect: ['a', 'b', 'inner finally', 'outer type', 'outer finally']

def else_raises():
    try:
        try:
            pass
        except ValueError:
            return "wrong: else is not guarded"
        else:
            raise ValueError("in else")
    except ValueError as e:
        return str(e)

print(else_raises())  # expect: in else

def loop():
    out = []
    for i in range(6):
        try:
            if i % 3 == 0: raise ValueError(i)
            if i == 4: break
        except ValueError as e:
            out.append(e.args[0])
            continue
        out.append("ok%d" % i)
    else:
        out.append("never")
    return out

print(loop())  # expect: [0, 'ok1', 'ok2', 3]

def while_retry():
    attempts = 0
    while True:
        try:
            attempts += 1
            if attempts < 3: raise OSError
            return attempts
        except OSError:
            pass

print(while_retry())  # expect: 3

def three_deep():
    try:
        try:
            try:
                raise KeyError("deep")
            finally:
                print("f1")
        finally:
            print("f2")
    finally:
        print("f3")

try:
    three_deep()
    # expect: f1
    # expect: f2
    # expect: f3
except KeyError as e:
    print("caught", e)  # expect: caught 'deep'
