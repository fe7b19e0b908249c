# Derived distributions give CPython's numbers too.
import random
random.seed(7)
print(random.gauss(0, 1), random.gauss(10, 2))  # expect: -0.2558802884476004 11.022863025033027
print(random.expovariate(0.5), random.triangular(0, 1, 0.5), random.normalvariate(0, 1))
# expect: 2.1049912361418537 0.19031064955427843 0.0970447726200016
print(random.choices("ab", weights=[9, 1], k=10), random.betavariate(1, 2) < 1)
# expect: ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'] True
