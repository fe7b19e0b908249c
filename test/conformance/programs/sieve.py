# The sieve of Eratosthenes, with lists and slices.

def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, prime in enumerate(flags) if prime]

primes = sieve(20000)
print(len(primes), primes[:10], primes[-1], sum(primes))
# expect: 2262 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] 19997 21171191
twins = [(p, p + 2) for p, q in zip(primes, primes[1:]) if q - p == 2]
print(len(twins), twins[-1])  # expect: 342 (19991, 19993)
