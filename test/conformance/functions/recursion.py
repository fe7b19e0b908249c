# Functions call themselves and each other.

def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

print(factorial(5), factorial(20), factorial(25))
# expect: 120 2432902008176640000 15511210043330985984000000

def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

print([fib(i) for i in range(15)])  # expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]

def even(n):
    return True if n == 0 else odd(n - 1)

def odd(n):
    return False if n == 0 else even(n - 1)

print(even(100), odd(100), even(7))  # expect: True False False

def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)

print(hanoi(8, "a", "b", "c"))  # expect: 255

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))

print(ackermann(2, 3))  # expect: 9

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

print(depth(800))  # expect: 800
