# The functions and constants of math.
# python: 3.9-3.13
import math
print(math.pi, math.e, math.inf, math.nan != math.nan, math.tau)
# expect: 3.141592653589793 2.718281828459045 inf True 6.283185307179586
print(math.sqrt(2), math.sin(1), math.cos(0), round(math.tan(1), 12), math.atan2(1, 1), math.asin(1), math.acos(1), math.atan(1))
# expect: 1.4142135623730951 0.8414709848078965 1.0 1.557407724655 0.7853981633974483 1.5707963267948966 0.0 0.7853981633974483
print(math.exp(0), round(math.exp(1), 12), math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), round(math.log(10 ** 400), 9), math.log1p(0), math.expm1(0))
# expect: 1.0 2.718281828459 0.0 3.0 3.0 3.0 921.034037198 0.0 0.0
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(10 ** 20), math.floor(1e20))
# expect: 2 -3 3 -2 -2 100000000000000000000 100000000000000000000
print(math.factorial(0), math.factorial(20), math.factorial(25), math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.lcm(4, 6), math.isqrt(10 ** 20 + 1))
# expect: 1 2432902008176640000 15511210043330985984000000 6 5 2 12 10000000000
print(math.pow(2, 10), math.hypot(3, 4), math.fabs(-2), math.fmod(-7, 3), math.modf(2.5), math.copysign(3, -1), math.ldexp(0.5, 3), math.frexp(8))
# expect: 1024.0 5.0 2.0 -1.0 (0.5, 2.0) -3.0 4.0 (0.5, 4)
print(math.degrees(math.pi), math.radians(180), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]))
# expect: 180.0 3.141592653589793 True True True True 10 20 6
print(math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)), math.sinh(0), math.cosh(0), math.tanh(0))
# expect: 1.0 5.0 0.0 1.0 0.0
for action in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.sqrt("a"), lambda: math.floor(math.inf), lambda: math.isqrt(-1), lambda: math.acos(2)]:
    try:
        print(action())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError math domain error
        # expect: ValueError math domain error
        # expect: ValueError factorial() not defined for negative values
        # expect: OverflowError math range error
        # expect: TypeError must be real number, not str
        # expect: OverflowError cannot convert float infinity to integer
        # expect: ValueError isqrt() argument must be nonnegative
        # expect: ValueError math domain error
