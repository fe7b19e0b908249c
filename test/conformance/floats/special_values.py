# Infinity, not-a-number and negative zero.
inf, nan = float("inf"), float("nan")
print(inf > 10 ** 400, -inf < -1e308, inf == inf, inf + 1, inf - inf, inf * 0, 1 / inf, -1 / inf)
# expect: True True True inf nan nan 0.0 -0.0
print(nan == nan, nan != nan, nan < 1, nan > 1, nan is nan, nan in [nan], [nan] == [nan])
# expect: False True False False True True True
print(0.0 == -0.0, str(-0.0), 0.0 * -1, abs(-0.0))  # expect: True -0.0 -0.0 0.0
print(max(1, inf), min(1, -inf), bool(nan), bool(0.0), bool(-0.0))  # expect: inf -inf True False False
print(inf // 1, 5 % inf, -5 % inf, 5 // inf)  # expect: nan 5.0 inf 0.0
import math
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1.0), math.copysign(1, -0.0))
# expect: True True True -1.0
for text in ["Infinity", "+INF", "-infinity", "NaN"]:
    print(float(text))
    # expect: inf
    # expect: inf
    # expect: -inf
    # expect: nan
for action in [lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: float("x")]:
    try:
        print(action())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: OverflowError cannot convert float infinity to integer
        # expect: ValueError cannot convert float NaN to integer
        # expect: OverflowError cannot convert float infinity to integer
        # expect: ValueError could not convert string to float: 'x'
