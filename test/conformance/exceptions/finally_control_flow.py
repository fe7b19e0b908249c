# finally runs on return, break and continue, and may override them.

def returns():
    try:
        return "try"
    finally:
        print("finally runs")

print(returns())
# expect: finally runs
# expect: try

def overrides():
    try:
        return "try"
    finally:
        return "finally"

print(overrides())  # expect: finally

def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"

print(swallows())  # expect: swallowed

def loops():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            seen.append(i)
        finally:
            seen.append("f%d" % i)
    return seen

print(loops())  # expect: [0, 'f0', 'f1', 2, 'f2', 'f3']

def breaks():
    while True:
        try:
            raise KeyError
        finally:
            break
    return "broke out"

print(breaks())  # expect: broke out

def continues():
    count = 0
    for i in range(3):
        try:
            raise KeyError(i)
        finally:
            count += 1
            continue
    return count

print(continues())  # expect: 3

def value_is_computed_first():
    x = 1
    try:
        return x
    finally:
        x = 2

print(value_is_computed_first())  # expect: 1

def nested():
    try:
        try:
            return print("inner try")
        finally:
            print("inner finally")
    finally:
        print("outer finally")

print(nested())
# expect: inner try
# expect: inner finally
# expect: outer finally
# expect: None
