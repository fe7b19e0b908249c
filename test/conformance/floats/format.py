# Format specifications for floats.
x = 1234.5678
print(format(x, "f"), format(x, ".1f"), format(x, ".0f"), format(x, "#.0f"), format(x, "e"), format(x, ".2E"))
# expect: 1234.567800 1234.6 1235 1235. 1.234568e+03 1.23E+03
print(format(x, "g"), format(x, ".3g"), format(x, ".10g"), format(1e10, "g"), format(0.00001234, "g"), format(100.0, "g"))
# expect: 1234.57 1.23e+03 1234.5678 1e+10 1.234e-05 100
print(format(x, "10.2f"), format(x, "<10.1f") + "|", format(x, "^12.1f") + "|", format(x, "010.2f"), format(-x, "=+10.1f"))
# expect:    1234.57 1234.6    |    1234.6   | 0001234.57 -   1234.6
print(format(x, ","), format(x, ",.2f"), format(x, "_.1f"), format(1e9, ",.0f"))
# expect: 1,234.5678 1,234.57 1_234.6 1,000,000,000
print(format(0.256, "%"), format(0.256, ".1%"), format(1.0, "n"), format(2.5, ""), format(1e20, ""))
# expect: 25.600000% 25.6% 1 2.5 1e+20
print(format(float("inf"), "f"), format(float("nan"), ".2f"), format(float("-inf"), "8.1f"))
# expect: inf nan     -inf
print("%.3f %8.2f %-8.2f| %e %g %G" % (x, x, x, x, x, 1e-10))
# expect: 1234.568  1234.57 1234.57 | 1.234568e+03 1234.57 1E-10
print("{:.2f} {:>10.3e} {:+.1f} {: .1f}".format(x, x, x, x))  # expect: 1234.57  1.235e+03 +1234.6  1234.6
print("%.0f %.0f %.0f %.1f" % (0.5, 1.5, 2.5, 0.25), "%5.1f%%" % 12.345)  # expect: 0 2 2 0.2  12.3%
print(f"{2/3:.4f} {1e-9:.3g} {123456789.0:.4g} {0.0:.2e}")  # expect: 0.6667 1e-09 1.235e+08 0.00e+00
