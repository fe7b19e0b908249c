# from module import * brings every public name.
from math import *
from time import *
print(sqrt(9), floor(pi), callable(sleep), callable(perf_counter))  # expect: 3.0 3 True True
