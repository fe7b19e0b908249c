# sys.exit with a text prints it to standard error and ends with 1.
import sys
print("working")  # expect: working
sys.exit("something went wrong")
# exit: 1
# stderr: something went wrong
